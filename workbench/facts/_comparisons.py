"""Facts about comparisons: their results, what flatters or hinders one, and why there is no figure."""

from workbench.words import marked

COMPARISON_FACTS = {
    "request.count_too_small": marked("{name} must be at least {least}, not {value}."),
    "candidate.needs_examples": marked(
        "{what} needs at least one example per class. Only zero-shot learning, which reads a table of traits, works "
        "without."
    ),
    "candidate.knows_nothing": marked("Some of these classes have neither known traits nor examples."),
    "candidate.not_transductive_here": marked(
        "Its options let it see an episode's queries together; here it answers each by itself, as when labelling."
    ),
    "candidate.trained_on_tested": marked(
        "It was trained on {seen} of the {total} tested classes: this says nothing about new ones."
    ),
    "candidate.selected_on_tested": marked("The checkpoint was selected on these classes, so accuracy is optimistic."),
    "comparison.none_tested": marked("None of them could be tested on unseen classes."),
    "comparison.no_better_than_chance": marked("None of them is clearly better than chance ({chance} %)."),
    "comparison.worse_than_chance": marked("All of them are less accurate than chance ({chance} %)."),
    "comparison.nothing_to_compare_with": marked(
        "{what} has nothing to be compared with: a baseline shows what learning adds."
    ),
    "comparison.only_baselines": marked(
        "Only baselines were compared; the best is {what}. Train an approach to see what learning adds."
    ),
    "comparison.beats_baseline": marked("{what} beats the best baseline ({baseline}) by {points} ± {interval} points."),
    "comparison.not_significant": marked(
        "No approach beats the simple baseline here: use {baseline}. The best approach, {what}, differs from it by "
        "{points} ± {interval} points, which is not significant."
    ),
    "comparison.worse_than_baseline": marked(
        "No approach beats the simple baseline here: use {baseline}. The best approach, {what}, is {points} ± "
        "{interval} points worse."
    ),
    "comparison.faster_alternative": marked(
        "{first} If speed matters, use {what}: {times} times as fast as {winner}, and not significantly less accurate."
    ),
    "comparison.use_baseline": marked("{first} No approach is clearly better than the baselines: use {baseline}."),
    "comparison.and": marked("{first} {second}"),
    "comparison.one_training": marked("{what}: one training, so what another seed would give is unknown."),
    "comparison.seeds": marked("{count} seeds: {accuracies}."),
    "comparison.accuracy": marked("{accuracy}"),
    "comparison.list": marked("{first}, {second}"),
    "comparison.chosen_by_validation": marked("The best were chosen by validation classes."),
    "comparison.best_by_validation": marked(
        "On the validation classes, the best approach is {approach} and the best baseline is {baseline}: what follows "
        "compares these two."
    ),
    "comparison.chosen_by_test": marked(
        "The best were chosen by these very episodes, as there are too few validation classes; whether the difference "
        "is clear allows for that (Holm's correction)."
    ),
    "comparison.may_be_luck": marked(
        "But it is the best of {looked_at} approaches by these very episodes, as there are too few validation classes: "
        "allowing for that (Holm's correction), the difference may be luck."
    ),
    "comparison.few_classes": marked(
        "Only {count} classes were tested: the interval over which classes were drawn is rough."
    ),
    "difference.above": marked("{what} is {points} ± {interval} points more accurate than {other}."),
    "difference.below": marked("{what} is {points} ± {interval} points less accurate than {other}."),
    "difference.unclear": marked(
        "{what} is not clearly more or less accurate than {other} (difference {points} ± {interval} points)."
    ),
    "test.centred_on_examples": marked(
        "There are too few images to learn from in this project, so the network's features are centred on the examples "
        "of each episode alone. With training classes it would be more accurate."
    ),
    "episodes.tasks_as_often": marked(
        "Folders are kept apart, and small ones are drawn as often as large ones: their classes count more."
    ),
    "comparison.images_left_out": marked("{count} images cannot be used by every model, so they are left out for all."),
    "comparison.rough_intervals": marked("Intervals from fewer than {least} episodes are rough. Use more episodes."),
    "steps.none": marked(
        "None of the selected runs adapts in steps: each adapts in a single pass. MAML, for example, takes steps."
    ),
    "steps.no_gain": marked("{what} gains nothing clear from its {count} steps: {before} % before, {after} % after."),
    "steps.fewer_better": marked(
        "{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms), but was "
        "better after {enough}: fewer are enough."
    ),
    "steps.most_gained": marked(
        "{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms); most of "
        "the gain is reached after {enough}."
    ),
    "shots.end": marked(
        "The curve ends at {shots} examples: half the classes have {images} images or fewer, and some are needed as "
        "queries."
    ),
    "shots.single": marked("{what} was tested with {count} examples per class only, so nothing is known about more."),
    "shots.least_as_good": marked("{what}: {least} examples per class are as good as {most}; more add nothing clear."),
    "shots.least_nearly_enough": marked(
        "{what}: {least} of {most} examples per class are nearly enough; the rest add {points} points."
    ),
    "shots.more_help": marked(
        "{what}: {points} points more with {most} examples per class than with {least}, {more} of them after "
        "{before}: more examples still help."
    ),
    "shots.more_may_help": marked(
        "{what}: {points} points more with {most} examples per class than with {least}; too few episodes or classes to "
        "tell whether those after {before} help."
    ),
    "shots.enough": marked(
        "{what}: {points} points more with {enough} examples per class than with {least}; up to {most}, another {more}."
    ),
    "shots.no_better_than_chance": marked(
        "{what} is not clearly better than chance with any number of examples tested."
    ),
    "shots.worse_than_chance": marked("{what} is less accurate than chance at every number of examples tested."),
    "gap.no_validation_classes": marked(
        "The run had no meta-validation classes, so its accuracy on other classes is unknown."
    ),
    "gap.trained_elsewhere": marked(
        "Run {run} was trained in another project, and fewer than two of its training or validation classes are in "
        "this one: its overfitting cannot be measured here."
    ),
    "distance.no_trained_classes": marked("The run's training classes are gone, or none can be read."),
    "distance.nothing_new": marked("No class is new to this run: it was trained on all of them."),
    "distance.no_held_out_classes": marked(
        "There are no held-out classes to compare with. Give some classes of its training folders the role of "
        "meta-validation, and train again."
    ),
}
