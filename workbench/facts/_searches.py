"""Facts about searches: their settings, their results, and why there is none."""

from workbench.words import marked

SEARCH_FACTS = {
    "search.trained": marked("{approach} on the {network}"),
    "search.untrained": marked("{approach} on the {network}, nothing trained"),
    "search.network.conv4": marked("small network"),
    "search.network.conv4-strided": marked("small network without pooling"),
    "search.network.resnet12": marked("large network"),
    "search.network.efficientnet-lite0": marked("pretrained network"),
    "search.none_yet": marked("This project has no search yet."),
    "search.nothing_to_learn_from": marked(
        "A search needs at least {least} meta-train classes with two images or more; there are {there}. Import folders "
        "of classes, or give classes that role."
    ),
    "search.nothing_to_choose_by": marked(
        "A search chooses by meta-validation classes and needs at least {least} with two images or more; there are "
        "{there}. Give more classes that role."
    ),
    "search.nothing_to_test_on": marked(
        "A search ends with a test on meta-test classes and needs at least {least} with two images or more; there are "
        "{there}. Give more classes that role."
    ),
    "search.refused": marked("It cannot be trained on these images: {reason}"),
    "search.too_slow": marked(
        "It would take longer than {seconds} s to train it on {least} episodes, the least that makes sense."
    ),
    "search.too_large": marked(
        "Training it may take {needed} GB of memory or several times as much, and {free} GB are free."
    ),
    "search.over_time": marked(
        "It took {took} min instead of {asked}: embedding the images took {images}, those of the test {test_images}, "
        "and the test itself {test}."
    ),
    "search.internal_error": marked("The search ended because of an internal error. It can go on from what was saved."),
    "search.failed": marked("The search ended: {reason}"),
    "search.nothing_tested": marked("The search found nothing that could be tested."),
    "search.run_gone": marked("Its run was removed before it had ended."),
    "search.learned_is_best": marked(
        "{what}: {accuracy} ± {interval} %, {points} ± {by} points above the best simple baseline, {baseline}."
    ),
    # Of searches of older versions, which recommended the training all the same.
    "search.learned_not_clearly": marked(
        "{what}: {accuracy} ± {interval} %. It was better on the validation classes, but on the test classes it is not "
        "clearly better than the best simple baseline, {baseline} (difference {points} ± {by} points)."
    ),
    "search.baseline_as_good": marked(
        "Nothing learned is clearly better than the simple baseline here, so use it: {baseline}, {accuracy} ± "
        "{interval} %. The best training, {what}, differs from it by {points} ± {by} points on the test classes."
    ),
    "search.baseline_is_best": marked(
        "Nothing learned beats the simple baseline here, so use it: {baseline}, {accuracy} ± {interval} %."
    ),
    "search.baseline_only": marked(
        "{baseline}: {accuracy} ± {interval} %. Nothing was trained: no training promised more in this time."
    ),
    "search.baseline_no_time": marked(
        "{baseline}: {accuracy} ± {interval} %. Nothing was trained: there was no time left for it."
    ),
    "search.baseline_stopped": marked(
        "{baseline}: {accuracy} ± {interval} %. Nothing was trained: the search was stopped before."
    ),
}
