"""Facts about a project's file: why it could not be read or written during an operation."""

from workbench.words import marked

PROJECT_FACTS = {
    "project.busy": marked(
        "{path} is being used by another program, so nothing was saved. Close that program and try again."
    ),
    "project.locked": marked("{path} is being used by another program. Close that program and try again."),
    "project.not_writable": marked(
        "{path} can no longer be written. Check its permissions and those of its folder, then try again."
    ),
    "project.damaged": marked("{path} is damaged ({reason}). Close it and open it again to see which backup to use."),
    "project.not_a_project": marked("{path} is not a project, or is damaged ({reason})."),
    "project.cannot_be_opened": marked(
        "{path} cannot be opened ({reason}). Check that it still exists, and the permissions of its folder."
    ),
    "project.disk_failed": marked(
        "{path} could not be read or written ({reason}). Check that the disk is connected, then try again."
    ),
    "project.no_room": marked(
        "The disk that holds {path} is full: {needed} MB are needed, {free} MB are free. This was not saved. "
        "Free some space and try again."
    ),
    "project.disk_full": marked(
        "The disk that holds {path} is full ({free} MB are free), so this was not saved. Free some space and try again."
    ),
    "project.disk_full_to_read": marked(
        "The disk that holds {path} is full ({free} MB are free), and reading the project needs about 1 MB beside it. "
        "Everything saved is kept. Free some space and try again."
    ),
    "project.moved": marked(
        "{path} was moved, deleted or replaced while it was open, so this was not saved. Put the file back to continue."
    ),
}
