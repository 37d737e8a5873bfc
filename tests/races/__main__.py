"""``make races``: many rounds of every race, and what came of them. ROUNDS and PRACTICE_CORE_TEST_STORES say how many, where."""
