"""What sentences and tables call approaches, runs and baselines."""

from workbench.words import marked

NAME_FACTS = {
    "approach.prototypical": marked("Prototypical Networks"),
    "approach.matching": marked("Matching Networks"),
    "approach.siamese": marked("Siamese Networks"),
    "approach.maml": marked("MAML"),
    "approach.reptile": marked("Reptile"),
    "approach.lstm": marked("LSTM meta-learner"),
    "approach.mann": marked("Memory-augmented network (MANN)"),
    "approach.metanet": marked("Meta Networks"),
    "approach.transfer": marked("Transfer learning"),
    "approach.zero-shot": marked("Zero-shot learning"),
    "candidate.run": marked("{approach} (run {run})"),
    "candidate.pixels": marked("raw pixels"),
    "candidate.pixels_title": marked("Raw pixels"),
    "candidate.pretrained": marked("the pretrained network"),
    "candidate.pretrained_title": marked("Pretrained network"),
    "subject.comparison": marked("This comparison"),
    "subject.test": marked("This test"),
    "subject.pixels": marked("Raw-pixel baseline"),
    "subject.pretrained": marked("The pretrained network"),
    "subject.run": marked("Run {run}"),
}
