"""Facts about images and files: why one cannot be used, and what is left out for that."""

from workbench.words import marked

IMAGE_FACTS = {
    "image.too_large": marked("The file is {megabytes} MB; the limit is {limit} MB."),
    "image.too_many_pixels": marked("The image has {megapixels} megapixels; the limit is {limit}."),
    "image.page_too_large": marked("The page holds {megabytes} MB of pixels; the limit is {limit} MB."),
    "image.too_long": marked("The image is {pixels} pixels long; the limit is {limit}."),
    "image.too_little_data": marked(
        "The file claims {megapixels} megapixels and has {kilobytes} kB: it is damaged, or nothing is in it."
    ),
    "image.empty": marked("The file is empty."),
    "image.no_memory": marked("There is not enough memory to read this image."),
    "image.no_memory_for_file": marked("There is not enough memory to read this file."),
    "image.unknown_format": marked(
        "This is not a PNG, JPEG, WebP, TIFF, BMP, GIF, HEIC, AVIF or JPEG 2000 image, or its header is damaged."
    ),
    "image.foreign_format": marked("{format} is not read. Convert it to PNG, TIFF or JPEG."),
    "image.no_picture": marked("This {format} file holds no picture."),
    "image.tiff_kind": marked(
        "This kind of TIFF is not read: {photometric}, compression {compression}, {samples} samples of {bits} bits. "
        "Save it without compression, in grey or RGB."
    ),
    "image.truncated": marked("The file is truncated."),
    "image.damaged": marked("The file is damaged, or of an unsupported variant."),
    "image.no_such_page": marked("Page {page} was chosen, but the file has {pages}. Import it with another page."),
    "image.no_such_channel": marked(
        "Channel {channel} was chosen, but the file has {channels}. Import it with other channels."
    ),
    "image.uneven_pages": marked("Its pages differ in size or kind, so they cannot be laid over each other."),
    "image.changed": marked("The file has changed since it was imported."),
    "image.changed_since_labelled": marked(
        "The file has changed since a person labelled it. Restore the old file, or rename the new one."
    ),
    "image.away": marked("The file is missing or has changed. If it moved, locate it."),
    "frame.black": marked("The frame is black."),
    "frame.white": marked("The frame is white."),
    "frame.one_tone": marked("The frame is of one tone."),
    "frame.out_of_focus": marked("The frame looks out of focus beside the others of its folder."),
    "file.sidecar": marked("This file is not an image, but may describe one."),
    "file.not_regular": marked("This is not a regular file, but a folder, a pipe, a socket or a device."),
    "file.no_permission": marked("No permission to read it."),
    "file.not_found": marked("It does not exist, or is a broken link."),
    "file.system_error": marked("The system cannot read it: {reason}."),
    "images.in_several_roles": marked(
        "{count} images are in classes with different roles, so the test would see training images. Remove the "
        "duplicates, or give those classes the same role."
    ),
    "classes.same_name_in_several_roles": marked(
        "{count} class names are in several roles, for example {name}. If these are the same classes, the test would "
        "see training classes: give them the same role, or import their folders as one."
    ),
    "classes.same_folder_in_several_roles": marked(
        "{count} class folders are in several roles, for example {folder}, so the test would see training classes. "
        "Remove one of the imports, or give those classes the same role."
    ),
    "images.unreadable_left_out": marked(
        "{count} images could not be read and are left out, the first: {path}: {reason}"
    ),
    "images.none_readable": marked(
        "None of the images can be read, for example {path}: {reason} If they moved, locate them."
    ),
    "images.none_of_role": marked("There are no images of that role. Import folders of classes first."),
    "images.too_much_memory": marked(
        "{count} images of {size} pixels need {need} GB of memory, and {room} GB are free. Choose an image size of "
        "at most {fits} pixels."
    ),
    "cache.disk_full": marked(
        "The disk of the cache folder {folder} is full: {needed} MB are needed, {free} MB are free. Free some space "
        "and try again."
    ),
    "cache.unusable": marked("The cache folder {folder} cannot be used: {reason}. Check its permissions."),
    "cache.changed": marked("The cache in {folder} was changed by another program. Try again."),
}
