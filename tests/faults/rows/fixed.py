"""Rows whose trials are tests: sets that are the same each time, and part of `make test`."""

from tests.faults.row import Row


def _tests(name: str, fault: str, *files: str) -> Row:
    return Row(name, fault, tests=tuple(f"tests/{file}" for file in files))


ROWS = (
    _tests("killed-tests", "kill -9, SIGTERM, SIGHUP: the tests of commands", "cli/test_killed.py"),
    _tests("migration-tests", "migrations and backups that fail half way", "store/test_migrations.py",
           "store/test_backups.py"),
    _tests("permissions", "read-only folder, permission lost; two windows, hard links, renamed while open",
           "store/test_two_windows.py", "store/test_project.py"),
    _tests("wrong-files", "wrong extension, zero bytes, FIFO, device link, folder named x.png; symlink loops",
           "imaging/test_scan.py", "imaging/test_reading.py"),
    _tests("bombs", "30,000² bomb, 100 megapixels, 1×60,000 pixels; damaged image files",
           "imaging/test_broken_images.py", "imaging/test_whole_jpegs.py"),
    _tests("modes", "every mode, depth, orientation, animation and page",
           "imaging/test_decode.py", "imaging/test_tiff_pixels.py", "imaging/test_deep_png.py",
           "imaging/test_photo_formats.py"),
    _tests("class-names", "class names equal but for case or Unicode form, empty, HTML",
           "operations/tasks/test_classes.py", "operations/tasks/test_doubtful_files.py",
           "ui/controls/test_literal_text.py", "operations/labelling/test_labels.py"),
    _tests("few-images", "0 or 1 image a class, one class, fewer than shot + query",
           "operations/runs/test_training_runs.py", "operations/runs/test_training_checks.py",
           "learning/test_fewer_shots.py", "operations/project/test_steps.py"),
    _tests("hostile-files", "malicious project: triggers, views, values, stored words", "store/test_hostile_files.py"),
    _tests("damaged-tests", "damage found at open, the original kept, a backup offered", "store/test_damage.py",
           "store/test_row_digests.py", "operations/project/test_repair_project.py", "cli/test_repair_command.py"),
    _tests("weights", "weights that are not finite, changed or no weights; the shipped network's hash",
           "operations/project/test_check_project.py", "store/test_checkpoints.py", "learning/test_pretrained.py"),
    _tests("injection", "injection: CSV formulae, control characters, HTML",
           "operations/test_tables.py", "cli/test_terminal.py"),
    _tests("training-tests", "NaN or infinite loss, out of memory at a step", "learning/test_training.py"),
    _tests("old-projects", "a project kept of every released schema", "store/test_old_projects.py"),
    _tests("jobs", "jobs and pages of a project that was closed", "ui/frame/test_closed_project.py",
           "ui/services/test_jobs.py"),
)  # fmt: skip
