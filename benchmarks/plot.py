"""The results, as a picture: where the time of an operation goes."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl

mpl.use("agg")
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from .contestants import TITLES
from .measure import Setting
from .report import JOB_TITLES, Results
from .worker import Job

PARTS = {"client": ("client CPU", "#1f5f8b"), "server": ("server CPU", "#7fb2d5"), "waiting": ("waiting", "#d9d9d9")}


def draw(results: Results, file: Path) -> None:
    """A bar for each contestant: its own processor time, the server's, and what is left of the wall clock."""
    settings, jobs = tuple(results.timed), results.plan.jobs
    figure, axes = plt.subplots(
        len(settings), len(jobs), figsize=(3.4 * len(jobs), 0.6 + 1.25 * len(settings)), squeeze=False
    )
    for row, setting in zip(axes, settings, strict=True):
        for panel, job in zip(row, jobs, strict=True):
            _panel(panel, results, setting, job)
            panel.set_title(f"{JOB_TITLES[job]}, {setting.title}", fontsize=7)
            if panel is not row[0]:
                panel.set_yticklabels([])
    handles = [Rectangle((0, 0), 1, 1, color=colour) for _, colour in PARTS.values()]
    figure.legend(handles, [title for title, _ in PARTS.values()], ncols=3, fontsize=7, loc="lower center")
    figure.supxlabel("milliseconds of one operation", fontsize=7, y=0.06)
    figure.tight_layout(rect=(0, 0.06, 1, 1))
    figure.savefig(file, dpi=110)
    plt.close(figure)


def _panel(panel: Axes, results: Results, setting: Setting, job: Job) -> None:
    for place, name in enumerate(reversed(results.plan.names)):
        rounds = results.timed[setting][job, name]
        client, server = rounds.seconds("client") * 1e3, rounds.seconds("server") * 1e3
        waiting = max(0.0, rounds.seconds("wall") * 1e3 - client - server)
        left = 0.0
        for part, width in (("client", client), ("server", server), ("waiting", waiting)):
            panel.barh(place, width, left=left, color=PARTS[part][1])
            left += width
    panel.set_yticks(range(len(results.plan.names)), [TITLES[name] for name in reversed(results.plan.names)])
    panel.tick_params(labelsize=7)
    panel.spines[["top", "right"]].set_visible(False)
