"""The main jobs of a practice beside the same jobs on other stacks: `make bench`, or `python -m benchmarks --help`."""
