"""MANN: a recurrent network reads the examples one after another and stores them in an external memory.

Santoro, Bartunov, Botvinick, Wierstra & Lillicrap, 2016, "Meta-Learning with Memory-Augmented Neural Networks": an LSTM
controller of 200 units, a memory of 128 rows of 40 numbers, four heads that read it by cosine similarity, and least
recently used access (section 3, here in `memory.py`); classes get new output slots in every episode (section 2).
Departures, with the paper's setting where there is one:
- an image is classified without a label and then presented with it, and in training the queries follow all examples;
  `labels=offset` is the paper's: the label comes with the next image, the whole episode is one sequence, and learning
  is slow to begin;
- answers are only among the output slots that the episode has drawn, in training and in tests, where a network may
  have more of them than an episode has classes;
- a step reads before it writes to the rows just read or least used, because otherwise a key retrieves itself:
  `order=write_first` is the paper's;
- cosines are multiplied by a learned sharpness per head, initially 10, because a softmax over 128 plain cosines is
  nearly uniform: `sharpness=none` is the paper's;
- in adapting, the memory has rows for all examples, even if 128 are too few: `grows=no` is the paper's;
- image and label also enter the keys directly, not only through the controller, which begins with one cell for each
  label that remembers whether it was presented: `direct=no` is the paper's;
- the controller takes the encoder's vector, normalised to mean 0 and standard deviation 1 (Ba, Kiros & Hinton, 2016,
  "Layer Normalization") and scaled down if it has more than 64 numbers, instead of 400 pixels;
- training uses Adam; labels as strings of five characters, for very many classes, are left out;
- where equation (6) marks as many rows as there are heads, each head erases and writes one of them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.errors import UserError
from workbench.facts import fact
from workbench.learning.approach import Accumulated, Approach, Capabilities, Classifier
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.memory import MemoryAccess, State, empty_memory, read_then_write, write_then_read
from workbench.learning.networks.encoders import Encoder
from workbench.learning.networks.label_latches import latch_labels
from workbench.learning.objective import Outcome
from workbench.learning.options import Options, option
from workbench.learning.tracing.memory_use import memory_use
from workbench.learning.tracing.trace import Trace
from workbench.words import Message, marked, message

_FIRST_SHARPNESS = 10.0
_USUAL_LENGTH = 64  # numbers in a vector
_FIRST_LABEL = 0.5  # How far a label moves a key before any training: enough to be retrieved.
_NO_PLACE = marked(
    "Episodes have {way} classes, but the network could tell at most {most} apart. Choose a larger maximum "
    "number of classes, or fewer classes per episode."
)


@dataclass(frozen=True, kw_only=True)
class MannOptions(Options):
    """The options of MANN."""

    labels: str = option(
        "image",
        marked("Label presented"),
        choices={"image": marked("With its image"), "offset": marked("One step later, as in the paper")},
        basic=True,
    )
    slots: int = option(20, marked("Maximum number of classes (0: as in testing)"), least=0, most=100, basic=True)
    passes: int = option(1, marked("Passes over the examples"), least=1, most=20, basic=True)
    order: str = option(
        "read_first",
        marked("Read and write order"),
        choices={"read_first": marked("Read first"), "write_first": marked("Write first, as in the paper")},
    )
    sharpness: str = option(
        "learned",
        marked("Key strength"),
        choices={"learned": marked("Learned"), "none": marked("None, as in the paper")},
    )
    direct: bool = option(True, marked("Write images and labels to memory directly"))
    controller: int = option(200, marked("Controller units"), least=8, most=2000)
    heads: int = option(4, marked("Read and write heads"), least=1, most=16)
    rows: int = option(128, marked("Rows of the memory"), least=16, most=2000)
    width: int = option(40, marked("Memory width"), least=4, most=1000)
    grows: bool = option(True, marked("Grow the memory to fit all examples"))
    usage_decay: float = option(0.95, marked("Usage decay"), least=0.0, most=1.0)


class Controller(nn.Module):
    """An LSTM that takes a vector, a label and what it last read, and answers from what it reads next.

    Santoro et al., 2016, section 3.
    """

    def __init__(self, inputs: int, slots: int, options: MannOptions) -> None:
        super().__init__()
        self.chosen = options
        read, learned = options.heads * options.width, options.sharpness == "learned"
        self.lstm = nn.LSTMCell(inputs + slots + read, options.controller)
        self.keys = nn.Linear(options.controller, read)
        self.gates = nn.Linear(options.controller, options.heads)
        self.answer = nn.Linear(options.controller + read, slots)
        first = log(_FIRST_SHARPNESS) if learned else 0.0
        self.log_sharpness = nn.Parameter(torch.full((options.heads,), first), requires_grad=learned)
        self.image_keys = nn.Linear(inputs, read, bias=False) if options.direct else None
        self.label_keys = nn.Parameter(_FIRST_LABEL * torch.randn(slots, read)) if options.direct else None
        # Adam changes sums of more numbers faster: longer vectors are scaled down and their initial weights up, so
        # that its steps have the same effect as for usual vectors.
        self.share = min(1.0, _USUAL_LENGTH / inputs)
        with torch.no_grad():
            self.lstm.weight_ih[:, :inputs] /= sqrt(self.share)
            if self.image_keys is not None:
                self.image_keys.weight /= self.share
            if options.direct and slots < options.controller:
                latch_labels(self.lstm, slice(inputs, inputs + slots))
                self.answer.weight[:, :slots] = -torch.eye(slots)

    def start(self, batch: int, like: Tensor, room: int = 0) -> State:
        """Return the state (batch, ...) before the first image, with memory rows for at least `room` images."""
        chosen = self.chosen
        nothing = like.new_zeros(batch, chosen.controller)
        rows = max(chosen.rows, chosen.heads * room)
        memory = empty_memory((batch, rows, chosen.width), chosen.heads, like)
        return State(nothing, nothing, like.new_zeros(batch, chosen.heads * chosen.width), memory)

    def forward(self, vectors: Tensor, labels: Tensor, state: State) -> tuple[Tensor, State]:
        """Take a step: vectors (batch, inputs), and labels (batch, slots), one-hot or zeros for none.

        Returns the logits (batch, slots) and the new state.
        """
        vectors = self.share * functional.layer_norm(vectors, vectors.shape[1:])
        hidden, cell = self.lstm(torch.cat([vectors, labels, state.read], 1), (state.hidden, state.cell))
        keys = self.keys(hidden)
        if self.image_keys is not None and self.label_keys is not None:
            keys = keys + self.image_keys(vectors) + labels @ self.label_keys
        form = self.chosen.heads, self.chosen.width
        access = MemoryAccess(keys.tanh().unflatten(1, form), self.gates(hidden).sigmoid(), self.log_sharpness.exp())
        access_memory = read_then_write if self.chosen.order == "read_first" else write_then_read
        retrieved, memory = access_memory(state.memory, access, self.chosen.usage_decay)
        read = retrieved.flatten(1)
        return self.answer(torch.cat([hidden, read], 1)), State(hidden, cell, read, memory)


@dataclass(frozen=True)
class ReadEpisode:
    """An episode as a sequence: its images in the order of presentation, and the output slots of their classes."""

    images: Tensor  # (length, ...)
    slots: Tensor  # (length,) int64, the output slot of each image's class
    used: Tensor  # (slots,) bool, the slots of this episode's classes
    examples: int  # How many images are presented with their labels, before the queries.


class Mann(Approach):
    """Learns to store examples in a memory, and to retrieve the one that a new image resembles."""

    name = "mann"
    family = "model"
    paper = (
        "Santoro, Bartunov, Botvinick, Wierstra & Lillicrap, 2016, Meta-Learning with Memory-Augmented Neural Networks"
    )
    summary = marked(
        "Reads the examples one after another into an external memory. A new image retrieves the entries of "
        "similar examples, and their class wins."
    )
    choose_when = marked(
        "Choose it when examples arrive one at a time and predictions are needed from the first one on."
    )
    cannot = marked("It can tell apart only as many classes as it was built for; for more, it has to be trained again.")
    options_kind = MannOptions
    capabilities = Capabilities(adapts_embeddings=True)

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: MannOptions) -> None:
        super().__init__(encoder, shape, options)
        self.chosen = options
        self.slots = options.slots or shape.way
        self.controller = Controller(encoder.dimension, self.slots, options)

    @classmethod
    def unsupported_reason(cls, shape: EpisodeShape, options: Options) -> Message | None:
        slots = options.slots if isinstance(options, MannOptions) else 0
        return message(_NO_PLACE, most=slots, way=shape.way) if 0 < slots < shape.way else None

    def adapt(self, support: Support) -> Classifier:
        support.require_images()
        if support.way > self.slots:
            raise UserError(fact("approach.too_many_classes", most=self.slots, way=support.way))
        order = reading_order(len(support.labels), self.chosen.passes).to(support.labels.device)
        vectors, slots = self.encoder(support.images)[order], support.labels[order]
        # Room for one image more than the examples, so that a query erases none of them.
        room = len(order) + 1 if self.chosen.grows else 0
        _, state = self.read_through(vectors[:, None], slots[:, None], queried=False, room=room)
        label = self._one_hot(slots[-1:], vectors)
        return lambda images: self._query_logits(self.encoder(images), label, state)[:, : support.way]

    def trace(self, episode: Episode) -> Trace:
        return memory_use(self, episode, reading_order(len(episode.support.labels), self.chosen.passes))

    def episode_loss(self, episode: Episode) -> Outcome:
        """Return the loss on the episode in random order with random output slots."""
        sequence = self._sequence(episode)
        return self._outcome([sequence], [self.encoder(sequence.images)])

    def accumulate(self, episodes: Sequence[Episode]) -> Accumulated:
        sequences = [self._sequence(episode) for episode in episodes]
        images = torch.cat([sequence.images for sequence in sequences])
        # One pass of the encoder over all images, and one of the controller over all sequences of equal length.
        vectors = self.encoder(images).split([len(sequence.slots) for sequence in sequences])
        groups = defaultdict[tuple[int, int], list[int]](list)
        for index, sequence in enumerate(sequences):
            groups[sequence.examples, len(sequence.slots)].append(index)
        with torch.autocast(images.device.type, enabled=False):
            parts = [
                self._outcome([sequences[i] for i in group], [vectors[i] for i in group]) for group in groups.values()
            ]
        shares = [len(group) / len(episodes) for group in groups.values()]
        loss = torch.stack([part.loss * share for part, share in zip(parts, shares, strict=True)]).sum()
        loss.backward()
        accuracies = [part.accuracy.expand(len(group)) for part, group in zip(parts, groups.values(), strict=True)]
        return loss.detach()[None], torch.cat(accuracies)

    def read_through(self, vectors: Tensor, slots: Tensor, *, queried: bool, room: int = 0) -> tuple[Tensor, State]:
        """Read sequences of vectors (length, batch, dimension) with output slots (length, batch).

        Returns the logits (length, batch, slots) and the final state. If `queried`, the logits of an image are
        those before its label is presented.
        """
        offset = self.chosen.labels == "offset"
        labels = self._one_hot(slots, vectors)
        if offset:
            labels = torch.cat([torch.zeros_like(labels[:1]), labels[:-1]])
        state = self.controller.start(vectors.shape[1], vectors, room)
        answers: list[Tensor] = []
        for vector, label in zip(vectors, labels, strict=True):
            before = state
            answer, state = self.controller(vector, label, before)
            if queried and not offset:
                answer, _ = self.controller(vector, torch.zeros_like(label), before)
            answers.append(answer)
        return torch.stack(answers), state

    def _query_logits(self, vectors: Tensor, last: Tensor, state: State) -> Tensor:
        """Return logits (n, slots) for vectors (n, dimension), equally many in a row for each state of the batch.

        `last` (batch, slots) is the label of the last image presented, which with offset labels is still to come.
        """
        times = len(vectors) // len(last)
        label = last if self.chosen.labels == "offset" else torch.zeros_like(last)
        return self.controller(vectors, label.repeat_interleave(times, 0), state.repeated(times))[0]

    def _one_hot(self, slots: Tensor, like: Tensor) -> Tensor:
        return functional.one_hot(slots, self.slots).to(like.dtype)

    def _sequence(self, episode: Episode) -> ReadEpisode:
        images = torch.cat([episode.support.images, episode.queries])
        labels = torch.cat([episode.support.labels, episode.answers])
        device, examples = images.device, len(episode.support.labels)
        if self.chosen.labels == "offset":
            examples = len(labels)
        order = torch.cat([torch.randperm(examples), torch.arange(examples, len(labels))]).to(device)
        # Slots are drawn anew, so that none comes to stand for a class, and all are trained.
        drawn = torch.randperm(self.slots)[: episode.support.way].to(device)
        used = torch.zeros(self.slots, dtype=torch.bool, device=device).scatter(0, drawn, value=True)
        return ReadEpisode(images[order], drawn[labels[order]], used, examples)

    def _outcome(self, sequences: Sequence[ReadEpisode], vectors: Sequence[Tensor]) -> Outcome:
        """Return the outcome of sequences of equal length and shots, given their vectors (length, dimension)."""
        inputs = torch.stack(list(vectors), 1).to(self.controller.answer.weight.dtype)
        slots = torch.stack([sequence.slots for sequence in sequences], 1)
        examples = sequences[0].examples
        logits, state = self.read_through(inputs[:examples], slots[:examples], queried=True)
        if examples < len(inputs):
            queries = inputs[examples:].transpose(0, 1)
            answers = self._query_logits(queries.flatten(0, 1), self._one_hot(slots[examples - 1], inputs), state)
            logits = torch.cat([logits, answers.unflatten(0, queries.shape[:2]).transpose(0, 1)])
        others = ~torch.stack([sequence.used for sequence in sequences])
        logits = logits.masked_fill(others, float("-inf"))
        # The first image of a class can only be guessed: such answers count for the loss, but not for the accuracy
        # where there are queries to measure it on.
        scored = slice(examples, None) if examples < len(inputs) else slice(None)
        right = (logits[scored].detach().argmax(2) == slots[scored]).float().mean()
        return Outcome(functional.cross_entropy(logits.flatten(0, 1), slots.flatten()), right)


def reading_order(count: int, passes: int = 1) -> Tensor:
    """Return the fixed order (passes * count,) in which `count` examples are read `passes` times."""
    # Any order will do that does not follow the classes, but no random state may be changed.
    orders = [np.random.default_rng([count, number]).permutation(count) for number in range(passes)]
    return torch.from_numpy(np.concatenate(orders))
