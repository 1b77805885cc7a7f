"""The sentences that projects of schemas 1 and 2 held, word for word, and the code of each from schema 3 on."""

CODES = {
    "The file has {megabytes} megabytes; the largest that is read has {limit}.": "image.too_large",
    "The image has {megapixels} megapixels; the largest that is read has {limit}.": "image.too_many_pixels",
    "The file is empty.": "image.empty",
    "There is not enough memory to read this image.": "image.no_memory",
    "There is not enough memory to read this file.": "image.no_memory_for_file",
    "This is not a PNG, JPEG, WebP, TIFF, BMP or GIF image, or its beginning is damaged.": "image.unknown_format",
    "The file ends too early.": "image.truncated",
    "The file is damaged, or of a variety that is not read.": "image.damaged",
    "Its content is no longer what was imported.": "image.changed",
    (
        "Its content has changed since a person labelled it. Put the old file back, or give the new one another name."
    ): "image.changed_since_labelled",
    "It is not where it was last seen, or its content changed. If it moved, locate it.": "image.away",
    "This is not a file that holds data, but a folder, a pipe, a socket or a device.": "file.not_regular",
    "You have no permission to read it.": "file.no_permission",
    "It is not there, or is a link that leads nowhere.": "file.not_found",
    "The system cannot read it: {reason}.": "file.system_error",
    (
        "{count} images stand in classes of different roles, so the test would see images that were learned from. "
        "Remove the duplicates, or give those classes the same role."
    ): "images.in_several_roles",
    "{count} images could not be read and are left out, the first: {path}: {reason}": "images.unreadable_left_out",
    "None of the images can be read, for example {path}: {reason} If they moved, locate them.": "images.none_readable",
    "There are no images of that role. Import folders of classes first.": "images.none_of_role",
    (
        "{count} images of {size} pixels need {need} GB of memory, and {room} GB are free. Choose an image size of "
        "at most {fits} pixels."
    ): "images.too_much_memory",
    (
        "The disk of the cache folder {folder} is full: {needed} MB are needed, {free} MB are free. Free some "
        "space and try again."
    ): "cache.disk_full",
    "The cache folder {folder} cannot be used: {reason}. Check that it may be read and written.": "cache.unusable",
    "The cache in {folder} was changed by another program. Please try again.": "cache.changed",
    "{path} is being used by another program, so nothing was saved. Close that program and try again.": "project.busy",
    "{path} is being used by another program. Close that program and try again.": "project.locked",
    (
        "{path} can no longer be written. Check its permissions and those of its folder, then try again."
    ): "project.not_writable",
    "{path} is damaged ({reason}). Close it and open it again to see which backup to use.": "project.damaged",
    "{path} is not a project, or is damaged ({reason}).": "project.not_a_project",
    (
        "{path} cannot be opened ({reason}). Check that it is still there, with its folder's permissions."
    ): "project.cannot_be_opened",
    (
        "The disk did not read or write {path} ({reason}). Check that the disk is connected, then try again."
    ): "project.disk_failed",
    (
        "The disk that holds {path} is full ({free} MB are free), so this was not saved. Free some space and try again."
    ): "project.disk_full",
    (
        "{path} was moved, deleted or replaced while it was open, so this was not saved. Put the file back to go on."
    ): "project.moved",
    "The CPU was chosen.": "device.cpu_chosen",
    "This build of torch computes on the CPU only.": "device.cpu_build",
    "No GPU that torch can use was found. Its driver may be missing or too old.": "device.no_gpu",
    (
        "bfloat16 was asked for, but only CUDA devices compute in it: on this device ({device}) it changes nothing."
    ): "device.no_bf16",
    (
        "An episode needs at least two classes with two images each, and there are fewer. Import more classes, or "
        "give more classes this role."
    ): "episodes.too_few_classes",
    (
        "An episode needs at least two classes with an image each, and there are fewer. Import more classes, or "
        "give more classes this role."
    ): "episodes.too_few_classes_to_query",
    (
        "{count} classes have a single image (or specimen) and are left out: an episode needs an example and a query."
    ): "episodes.single_images_left_out",
    (
        "{count} classes are alone in their task and are left out: an episode of one task needs two. Mix tasks to "
        "use them."
    ): "episodes.lone_classes_left_out",
    (
        "{count} classes have fewer than {need} images (examples and queries together): episodes take what there "
        "is, of the smallest class {shots} as examples and {queries} as queries."
    ): "episodes.few_images",
    "Where there are fewer than {way} classes to draw from, episodes take as many as there are.": "episodes.fewer_ways",
    "Every class needs at least one example image. Add one, or take the class out.": "support.class_without_example",
    (
        "Every class needs at least one example image, or traits. Add one of them, or take the class out."
    ): "support.class_unknown",
    (
        "This network was made to tell at most {most} classes apart, and there are {way}. Take classes out, or "
        "train again with a larger number of classes it can tell apart."
    ): "approach.too_many_classes",
    (
        "This run has an output for each of {most} classes and cannot tell {way} apart. Choose fewer classes, or "
        "train one whose classes start alike."
    ): "approach.one_output_per_class",
    "The loss is no longer a number at episode {episode}. {advice}": "run.diverged",
    "Try a lower learning rate than {rate}.": "run.lower_learning_rate",
    "Try a smaller step on the training tasks than {step}.": "run.lower_inner_step_size",
    "The device's memory is full: from now on {count} episodes go through at once.": "run.fewer_episodes_at_once",
    (
        "One episode does not fit in the memory of the device. Choose smaller images, fewer ways or queries, or "
        "another device."
    ): "run.episode_too_large",
    (
        "The images of this run's classes have changed since it began: it goes on with those of today."
    ): "run.images_changed",
    "There are no meta-validation classes: the newest weights are kept, not the best.": "run.no_validation_classes",
    "The weights of this run are no longer numbers. Train it again.": "run.weights_not_finite",
    "The weights of run {run} are damaged. Restore the project from a backup.": "run.weights_damaged",
    "The stored weights do not fit this approach. Restore the project from a backup.": "run.weights_of_another",
    "Run {run} ended before anything of it was saved, so it cannot be used. Train a new one.": "run.nothing_saved",
    "There is no run {run} in this project.": "run.not_there",
    "This project has no run yet. Train an approach first, or use the pretrained network.": "run.none_yet",
    "The project has no table of traits, so classes need an example. Give it one.": "traits.no_table",
    (
        "The project has no table of traits: classes are told apart by their examples alone."
    ): "traits.no_table_so_examples",
    "{count} classes have no traits in {table} and are left out.": "traits.classes_left_out",
    "{count} classes have no traits in {table}: they are known by their examples alone.": "traits.examples_only",
    "{count} columns of {table} tell no classes apart and are left out: {names}.": "traits.columns_left_out",
    (
        "{count} of the {total} traits that were learned are not in {table}, and count as unknown: the first is {name}."
    ): "traits.columns_unknown",
    "Of the classes to test on, {count} have traits in {table}, and at least two must.": "traits.too_few_tested",
    "Prototypical Networks": "approach.prototypical",
    "Matching Networks": "approach.matching",
    "Siamese Networks": "approach.siamese",
    "MAML": "approach.maml",
    "Reptile": "approach.reptile",
    "LSTM meta-learner": "approach.lstm",
    "Memory-augmented network (MANN)": "approach.mann",
    "Meta Networks": "approach.metanet",
    "Transfer learning": "approach.transfer",
    "Zero-shot learning": "approach.zero-shot",
    "{approach} (run {run})": "candidate.run",
    "raw pixels": "candidate.pixels",
    "Raw pixels": "candidate.pixels_title",
    "the pretrained network": "candidate.pretrained",
    "Pretrained network": "candidate.pretrained_title",
    "This comparison": "subject.comparison",
    "This test": "subject.test",
    "Comparing raw pixels": "subject.pixels",
    "The pretrained network": "subject.pretrained",
    "Run {run}": "subject.run",
    "{name} must be at least {least}, not {value}.": "request.count_too_small",
    (
        "{what} needs at least one example of each class. Only zero-shot learning, which reads a table of traits, "
        "does without."
    ): "candidate.needs_examples",
    "It knows no trait of some of these classes, and has no example of them.": "candidate.knows_nothing",
    (
        "In a test of its own it sees all queries together; here one at a time, as when labelling."
    ): "candidate.not_transductive_here",
    (
        "It was trained on {seen} of the {total} tested classes: this says nothing about new ones."
    ): "candidate.trained_on_tested",
    "Its best moment was chosen by these classes, which flatters it.": "candidate.selected_on_tested",
    "None of them could be tested on classes it had not seen.": "comparison.none_tested",
    (
        "None of them can be told from guessing, which is right in {chance} % of cases."
    ): "comparison.no_better_than_chance",
    "None of them is right as often as guessing, which is in {chance} % of cases.": "comparison.worse_than_chance",
    (
        "{what} has nothing to be compared with: a baseline shows what learning adds."
    ): "comparison.nothing_to_compare_with",
    (
        "Only baselines were compared; the best is {what}. Train an approach to see what learning adds."
    ): "comparison.only_baselines",
    (
        "{what} is better than the best baseline ({baseline}) by {points} ± {interval} points."
    ): "comparison.beats_baseline",
    (
        "No approach beats the simple baseline here; use the baseline ({baseline}). The best of the others, "
        "{what}, differs from it by {points} ± {interval} points, which is not clear."
    ): "comparison.not_significant",
    (
        "No approach beats the simple baseline here; use the baseline ({baseline}). The best of the others, "
        "{what}, is worse by {points} ± {interval} points."
    ): "comparison.worse_than_baseline",
    (
        "{first} Where speed counts, use {what}: {times} times as fast as {winner}, and not clearly less accurate."
    ): "comparison.faster_alternative",
    (
        "{count} images can be shown to some and not to others, so they are left out for all."
    ): "comparison.images_left_out",
    "Intervals over fewer than {least} episodes are rough. Ask more.": "comparison.rough_intervals",
    "None of the chosen runs adapts in steps: each is there at once. MAML, for example, takes steps.": "steps.none",
    "{what} gains nothing clear by its {count} steps: {before} % before, {after} % after.": "steps.no_gain",
    (
        "{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms), but was "
        "better after {enough}: fewer are enough."
    ): "steps.fewer_better",
    (
        "{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms); most of "
        "that is there after {enough}."
    ): "steps.most_gained",
    (
        "The curve ends at {shots} examples: half the classes have {images} images or fewer, and some have to be "
        "left to ask about."
    ): "shots.end",
    "{what} was tried with {count} examples of each class only, so nothing is known about more.": "shots.single",
    (
        "{what}: as good with {least} as with {most} examples of each class; more bring nothing clear."
    ): "shots.least_as_good",
    (
        "{what}: {least} of {most} examples of each class are nearly enough; the others bring {points} points."
    ): "shots.least_nearly_enough",
    (
        "{what}: {points} points more with {most} examples of each class than with {least}, {more} of them after "
        "{before}: more examples still help."
    ): "shots.more_help",
    (
        "{what}: {points} points more with {most} examples of each class than with {least}; whether those after "
        "{before} help cannot be told from so few episodes."
    ): "shots.more_may_help",
    (
        "{what}: {points} points more with {enough} examples of each class than with {least}; beyond, up to "
        "{most}, another {more}."
    ): "shots.enough",
    "{what} cannot be told from guessing with any number of examples that was tried.": "shots.no_better_than_chance",
    "{what} is right less often than guessing with every number of examples that was tried.": "shots.worse_than_chance",
    "The run had no meta-validation classes, so it cannot be said how it does on others.": "gap.no_validation_classes",
    "The classes that the run was trained on are gone, or none can be read.": "distance.no_trained_classes",
    "There is nothing new to this run: it was trained on all of these classes.": "distance.nothing_new",
    (
        "There are no held-out classes to compare with. Give some classes of the folders it learned from the role "
        "of meta-validation, and train again."
    ): "distance.no_held_out_classes",
}
