"""Facts about runs: notes on a training, and why one cannot be used or resumed."""

from workbench.words import marked

RUN_FACTS = {
    "run.embedding_plot_stopped": marked("The device's memory is full: the embedding plot is no longer updated."),
    "device.cpu_chosen": marked("The CPU was chosen."),
    "device.cpu_build": marked("This build of PyTorch computes on the CPU only."),
    "device.no_gpu": marked("No GPU that PyTorch can use was found. Its driver may be missing or too old."),
    "device.bf16_on_processor": marked(
        "bfloat16 is used: on this processor it is {times} times as fast as full precision."
    ),
    "device.bf16_not_on_processor": marked(
        "bfloat16 is not used: on this processor it is only {times} times as fast as full precision."
    ),
    "device.no_bf16": marked("bfloat16 has no effect on this device ({device}), which does not compute in it."),
    "device.tasks_at_once": marked(
        "The episodes of a step are learned all at once: on this device it is faster, with the same result."
    ),
    "device.tasks_one_by_one": marked(
        "The episodes of a step are learned one after the other: on this device, all at once is no faster, or not "
        "the same."
    ),
    "device.steps_replayed": marked(
        "Training steps are recorded and replayed as a CUDA graph: it is faster, with the same result."
    ),
    "device.steps_not_replayed": marked(
        "Training steps are not replayed as a CUDA graph: they cannot be recorded, or it is no faster, or not the same."
    ),
    "problem.without_examples": marked("Nothing can be learned from no examples. Give at least one."),
    "ratings.too_few": marked(
        "There is too little to learn from: at least {people} people must have given {least} ratings each, not all "
        "the same. There are {found}."
    ),
    "ratings.none_yet": marked("This project has no ratings. Import some first: main.py import-ratings."),
    "ratings.no_run": marked(
        "No run of this project has learned its ratings yet. Train one first: main.py train --problem ratings."
    ),
    "ratings.unreadable": marked("The ratings in this project are damaged. Import them again."),
    "ratings.of_another": marked(
        "The ratings that this run learned are not in this project. Import the same table first: main.py "
        "import-ratings."
    ),
    "run.problem_unknown": marked("Run {run} learned {name}, which this version of the program does not know."),
    "run.learned_a_problem": marked("Run {run} did not learn images, but {problem}: it cannot be used here."),
    "run.learned_images": marked("Run {run} learned images: it is tested on classes."),
    "episodes.too_few_classes": marked(
        "An episode needs at least two classes with two images each, and there are fewer. Import more classes, or "
        "give more classes this role."
    ),
    "episodes.too_few_classes_to_query": marked(
        "An episode needs at least two classes with an image each, and there are fewer. Import more classes, or give "
        "more classes this role."
    ),
    "episodes.single_images_left_out": marked(
        "{count} classes have a single image (or specimen) and are left out: an episode needs an example and a query."
    ),
    "episodes.lone_classes_left_out": marked(
        "{count} classes are the only ones in their folders and are left out: an episode within one folder needs "
        "two. Mix folders to use them."
    ),
    "episodes.few_images": marked(
        "{count} classes have fewer than {need} images (examples plus queries): episodes use what there is, in the "
        "smallest class {shots} as examples and {queries} as queries."
    ),
    "episodes.fewer_ways": marked("Where fewer than {way} classes are available, episodes use all of them."),
    "episodes.copies_of_classes": marked(
        "{count} classes have the same images as another class and are left out: in one episode, an answer would be "
        "both right and wrong."
    ),
    "episodes.images_of_several_classes": marked(
        "{count} images are left out of episodes, because several classes have them. Remove them from all but one."
    ),
    "support.class_without_example": marked(
        "Every class needs at least one example image. Add one, or remove the class."
    ),
    "support.class_unknown": marked(
        "Every class needs an example image or traits. Add one or the other, or remove the class."
    ),
    "approach.too_many_classes": marked(
        "This network can tell at most {most} classes apart, and there are {way}. Remove classes, or train again "
        "with a larger maximum number of classes."
    ),
    "approach.one_output_per_class": marked(
        "This run has one output for each of {most} classes and cannot tell {way} apart. Choose fewer classes, or "
        "train with a shared classifier initialisation."
    ),
    "run.diverged": marked("Training diverged: the loss is not a finite number at episode {episode}. {advice}"),
    "run.lower_learning_rate": marked("Try a learning rate below {rate}."),
    "run.lower_inner_step_size": marked("Try an inner step size below {step}."),
    "run.fewer_episodes_at_once": marked(
        "The device's memory is full: from now on {count} episodes are processed at a time."
    ),
    "run.process_lost": marked(
        "A process that trained this run ended before it was done, perhaps for lack of memory: that part of the "
        "training was done again."
    ),
    "run.processes_lost": marked(
        "Processes that trained this run ended {times} times before they were done, perhaps for lack of memory. Train "
        "fewer runs at a time, or on smaller images, and resume it."
    ),
    "run.episode_too_large": marked(
        "One episode does not fit in the device's memory. Choose smaller images, fewer classes or queries, or "
        "another device."
    ),
    "machine.memory": marked(
        "There is not enough memory for this. Close other programs, or try it with fewer or smaller images."
    ),
    "machine.device_memory": marked(
        "The device's memory is full. Close other programs that use it, or choose the CPU or smaller images."
    ),
    "machine.device_lost": marked(
        "The GPU has stopped working. What was saved is kept: close the program, start it again and go on; if it "
        "happens again, choose the CPU as the device."
    ),
    "run.images_changed": marked(
        "The images of this run's classes have changed since it began: it continues with the current ones."
    ),
    "run.no_validation_classes": marked(
        "There are no meta-validation classes: the last checkpoint is kept, not the best."
    ),
    "run.other_fit": marked(
        "{run} was trained on images fitted to a square otherwise ({own}): its accuracy was not measured with {fit}."
    ),
    "fit.stretch": marked(
        "Images are stretched to a square: the best way of keeping their proportions changes accuracy by "
        "{gain} ± {ci95} points on validation classes."
    ),
    "fit.pad": marked(
        "Images keep their proportions and are padded to a square: accuracy is {gain} ± {ci95} points higher on "
        "validation classes than with stretched ones."
    ),
    "fit.crop": marked(
        "Images keep their proportions and are cropped to a square: accuracy is {gain} ± {ci95} points higher on "
        "validation classes than with stretched ones."
    ),
    "run.weights_not_finite": marked("The weights of this run are not finite numbers. Train it again."),
    "run.weights_damaged": marked("The weights of run {run} are damaged. Restore the project from a backup."),
    "run.changed": marked("Run {run} is not as it was saved."),
    "run.approach_unknown": marked("This version of the program does not know how run {run} learned: {name}."),
    "run.network_unknown": marked("This version of the program does not know the network of run {run}: {name}."),
    "run.option_unknown": marked(
        "This version of the program does not know the answer of run {run} to the option {name}: {value}."
    ),
    "network.unreadable": marked(
        "The weights of the pretrained network cannot be read from {path} ({reason}). Install the program again."
    ),
    "network.of_another": marked(
        "The weights of the pretrained network in {path} are not those that this program was made with, so they were "
        "not loaded. Install the program again."
    ),
    "run.weights_of_another": marked(
        "The stored weights do not match this approach. Restore the project from a backup."
    ),
    "run.resuming_given_up": marked(
        "What run {run} needs to be resumed was given up to save space. Use its best weights as they are, or train a "
        "new one."
    ),
    "run.nothing_saved": marked("Run {run} ended before anything was saved, so it cannot be used. Train a new one."),
    "run.weights_dropped": marked(
        "Run {run} was tried by a search, which keeps the weights of its best trainings only: its figures are left, "
        "but it cannot be used. Use one of the best, or train it again."
    ),
    "run.usual_found": marked("Run {run} labels: the newest search found it, and nothing trained since did better."),
    "run.usual_of_others": marked("Run {run} labels: it learned from other classes than the newest search."),
    "run.usual_better": marked(
        "Run {run} labels: on validation classes it did better than what the newest search found."
    ),
    "run.usual_best": marked(
        "Run {run} labels: of {compared} runs of the same classes, with as many classes and examples in an episode, it "
        "is the best on validation classes, {accuracy} %."
    ),
    "run.usual_newest": marked("Run {run} labels: it is the newest."),
    "run.not_there": marked("There is no run {run} in this project."),
    "run.deleted": marked("Run {run} was deleted. Restore it to use it again."),
    "run.removed": marked(
        "Run {run} was deleted, and nothing is left of it but its number and its settings since the project was made "
        "smaller. Train a new one."
    ),
    "run.not_deleted": marked("Run {run} is not deleted, so there is nothing to restore."),
    "run.being_trained": marked("Run {run} is being trained, so it cannot be deleted. Stop it first."),
    "run.imported": marked("Imported from {file}: run {run} of the project {project}, trained on {day}."),
    "run.tested_elsewhere": marked(
        "Tested in the project it comes from: {accuracy} ± {interval} % at telling {way} unseen classes apart, with "
        "{shot} of each as examples. Test it here, too: other images may be harder or easier."
    ),
    "run.classes_gone": marked(
        "{count} of the classes that it was trained or validated on were gone when it was exported: whether their "
        "images are in this project is unknown, so a test on them would flatter it unnoticed."
    ),
    "run.none_yet": marked("This project has no run yet. Train an approach first, or use the pretrained network."),
    "traits.no_table": marked("The project has no table of traits, so classes need examples. Add a table of traits."),
    "traits.no_table_so_examples": marked(
        "The project has no table of traits: classes are told apart by their examples alone."
    ),
    "traits.classes_left_out": marked("{count} classes have no traits in {table} and are left out."),
    "traits.examples_only": marked("{count} classes have no traits in {table}: only their examples are used."),
    "traits.columns_left_out": marked(
        "{count} columns of {table} do not distinguish any classes and are left out: {names}."
    ),
    "traits.columns_unknown": marked(
        "{count} of the {total} learned traits are not in {table}, and count as unknown; the first is {name}."
    ),
    "traits.too_few_tested": marked(
        "{count} of the tested classes have traits in {table}, but at least two are needed."
    ),
}
