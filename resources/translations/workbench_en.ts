<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
  <context>
    <name>workbench</name>
    <message numerus="yes">
      <source>Accept all {count} ({expected})</source>
      <translation>
        <numerusform>Accept {count} ({expected})</numerusform>
        <numerusform>Accept all {count} ({expected})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Accept {count} sure ({expected})</source>
      <translation>
        <numerusform>Accept {count} sure ({expected})</numerusform>
        <numerusform>Accept {count} sure ({expected})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After step {step}, {right} of {total} queries are right; {count} queries changed their class.</source>
      <translation>
        <numerusform>After step {step}, {right} of {total} queries are right; {count} query changed its class.</numerusform>
        <numerusform>After step {step}, {right} of {total} queries are right; {count} queries changed their class.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps both are about as near: the learner misses the curve by {learner}, its twin by {twin}.</source>
      <translation>
        <numerusform>After {count} step both are about as near: the learner misses the curve by {learner}, its twin by {twin}.</numerusform>
        <numerusform>After {count} steps both are about as near: the learner misses the curve by {learner}, its twin by {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps both are about as near: the learner misses this person's other ratings by {learner} stars, its twin by {twin}.</source>
      <translation>
        <numerusform>After {count} step both are about as near: the learner misses this person's other ratings by {learner} stars, its twin by {twin}.</numerusform>
        <numerusform>After {count} steps both are about as near: the learner misses this person's other ratings by {learner} stars, its twin by {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses the curve by {learner} and its twin by {twin}: the learner's start was made so that a few points lead to any sine curve.</source>
      <translation>
        <numerusform>After {count} step the learner misses the curve by {learner} and its twin by {twin}: the learner's start was made so that a few points lead to any sine curve.</numerusform>
        <numerusform>After {count} steps the learner misses the curve by {learner} and its twin by {twin}: the learner's start was made so that a few points lead to any sine curve.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses the points by {learner}, its twin by {twin}: about as much.</source>
      <translation>
        <numerusform>After {count} step the learner misses the points by {learner}, its twin by {twin}: about as much.</numerusform>
        <numerusform>After {count} steps the learner misses the points by {learner}, its twin by {twin}: about as much.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses the points by {learner}, its twin by {twin}: the learner is nearer.</source>
      <translation>
        <numerusform>After {count} step the learner misses the points by {learner}, its twin by {twin}: the learner is nearer.</numerusform>
        <numerusform>After {count} steps the learner misses the points by {learner}, its twin by {twin}: the learner is nearer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses the points by {learner}, its twin by {twin}: the twin is nearer.</source>
      <translation>
        <numerusform>After {count} step the learner misses the points by {learner}, its twin by {twin}: the twin is nearer.</numerusform>
        <numerusform>After {count} steps the learner misses the points by {learner}, its twin by {twin}: the twin is nearer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: about as much.</source>
      <translation>
        <numerusform>After {count} step the learner misses these ratings by {learner} stars, its twin by {twin}: about as much.</numerusform>
        <numerusform>After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: about as much.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: the learner is nearer.</source>
      <translation>
        <numerusform>After {count} step the learner misses these ratings by {learner} stars, its twin by {twin}: the learner is nearer.</numerusform>
        <numerusform>After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: the learner is nearer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: the twin is nearer.</source>
      <translation>
        <numerusform>After {count} step the learner misses these ratings by {learner} stars, its twin by {twin}: the twin is nearer.</numerusform>
        <numerusform>After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: the twin is nearer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses this person's other ratings by {learner} stars and its twin by {twin}: the learner's start was made so that a few ratings tell a taste.</source>
      <translation>
        <numerusform>After {count} step the learner misses this person's other ratings by {learner} stars and its twin by {twin}: the learner's start was made so that a few ratings tell a taste.</numerusform>
        <numerusform>After {count} steps the learner misses this person's other ratings by {learner} stars and its twin by {twin}: the learner's start was made so that a few ratings tell a taste.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the twin is nearer this time: it misses the curve by {twin}, the learner by {learner}.</source>
      <translation>
        <numerusform>After {count} step the twin is nearer this time: it misses the curve by {twin}, the learner by {learner}.</numerusform>
        <numerusform>After {count} steps the twin is nearer this time: it misses the curve by {twin}, the learner by {learner}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the twin is nearer this time: it misses this person's other ratings by {twin} stars, the learner by {learner}.</source>
      <translation>
        <numerusform>After {count} step the twin is nearer this time: it misses this person's other ratings by {twin} stars, the learner by {learner}.</numerusform>
        <numerusform>After {count} steps the twin is nearer this time: it misses this person's other ratings by {twin} stars, the learner by {learner}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: about as much.</source>
      <translation>
        <numerusform>After {count} update the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: about as much.</numerusform>
        <numerusform>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: about as much.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: the learner earns more.</source>
      <translation>
        <numerusform>After {count} update the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: the learner earns more.</numerusform>
        <numerusform>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: the learner earns more.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: the learner's start was made so that a few walks lead to any goal in the square.</source>
      <translation>
        <numerusform>After {count} update the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: the learner's start was made so that a few walks lead to any goal in the square.</numerusform>
        <numerusform>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: the learner's start was made so that a few walks lead to any goal in the square.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: this time the twin earns more.</source>
      <translation>
        <numerusform>After {count} update the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: this time the twin earns more.</numerusform>
        <numerusform>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: this time the twin earns more.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Class {name} made of {count} images</source>
      <translation>
        <numerusform>Class {name} made of {count} image</numerusform>
        <numerusform>Class {name} made of {count} images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Classes taken from {table}, the project's table of traits: {count} classes.</source>
      <translation>
        <numerusform>Classes taken from {table}, the project's table of traits: {count} class.</numerusform>
        <numerusform>Classes taken from {table}, the project's table of traits: {count} classes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Column {name}: {count} cells are not numbers (the first: “{cell}” in row {row}), so the column is read as categories. Use numbers, ranges such as 5-7, or ? for unknown.</source>
      <translation>
        <numerusform>Column {name}: {count} cell is not a number (“{cell}” in row {row}), so the column is read as categories. Use a number, a range such as 5-7, or ? for unknown.</numerusform>
        <numerusform>Column {name}: {count} cells are not numbers (the first: “{cell}” in row {row}), so the column is read as categories. Use numbers, ranges such as 5-7, or ? for unknown.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Finished: {count} episodes in {time}</source>
      <translation>
        <numerusform>Finished: {count} episode in {time}</numerusform>
        <numerusform>Finished: {count} episodes in {time}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Finished: {count} episodes in {time}; best {best} at episode {at}</source>
      <translation>
        <numerusform>Finished: {count} episode in {time}; best {best} at episode {at}</numerusform>
        <numerusform>Finished: {count} episodes in {time}; best {best} at episode {at}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Images must have 1 or 3 channels (grey or colour), not {count}.</source>
      <translation>
        <numerusform>Images must have 1 or 3 channels (grey or colour), not {count}.</numerusform>
        <numerusform>Images must have 1 or 3 channels (grey or colour), not {count}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Labelled {count}</source>
      <translation>
        <numerusform>Labelled {count}</numerusform>
        <numerusform>Labelled {count}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Labels of {count} images confirmed</source>
      <translation>
        <numerusform>Label of {count} image confirmed</numerusform>
        <numerusform>Labels of {count} images confirmed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Labels of {count} images withdrawn</source>
      <translation>
        <numerusform>Label of {count} image withdrawn</numerusform>
        <numerusform>Labels of {count} images withdrawn</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Locate {count} missing images…</source>
      <translation>
        <numerusform>Locate {count} missing image…</numerusform>
        <numerusform>Locate {count} missing images…</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Looking for {count} images</source>
      <translation>
        <numerusform>Looking for {count} image</numerusform>
        <numerusform>Looking for {count} images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from a goal outside of the square, and neither gets there: after {count} updates the learner's walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</source>
      <translation>
        <numerusform>Neither has ever learned from a goal outside of the square, and neither gets there: after {count} update the learner's walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</numerusform>
        <numerusform>Neither has ever learned from a goal outside of the square, and neither gets there: after {count} updates the learner's walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from a goal outside of the square. After {count} updates both still get there: the learner's walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</source>
      <translation>
        <numerusform>Neither has ever learned from a goal outside of the square. After {count} update both still get there: the learner's walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</numerusform>
        <numerusform>Neither has ever learned from a goal outside of the square. After {count} updates both still get there: the learner's walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from a goal outside of the square. After {count} updates only the twin gets there: its walks earn {twin} and end {far} from it, the learner's {learner} and {near}.</source>
      <translation>
        <numerusform>Neither has ever learned from a goal outside of the square. After {count} update only the twin gets there: its walks earn {twin} and end {far} from it, the learner's {learner} and {near}.</numerusform>
        <numerusform>Neither has ever learned from a goal outside of the square. After {count} updates only the twin gets there: its walks earn {twin} and end {far} from it, the learner's {learner} and {near}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from a goal outside of the square. After {count} updates the learner still gets there: its walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</source>
      <translation>
        <numerusform>Neither has ever learned from a goal outside of the square. After {count} update the learner still gets there: its walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</numerusform>
        <numerusform>Neither has ever learned from a goal outside of the square. After {count} updates the learner still gets there: its walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from a goal outside of the square. The learner's walks ended {nearest} from it after an earlier update; after {count} updates they end {near} from it and earn {learner}: steps that fit the square lead astray out there. Its twin's end {far} away.</source>
      <translation>
        <numerusform>Neither has ever learned from a goal outside of the square. The learner's walks ended {nearest} from it after an earlier update; after {count} update they end {near} from it and earn {learner}: steps that fit the square lead astray out there. Its twin's end {far} away.</numerusform>
        <numerusform>Neither has ever learned from a goal outside of the square. The learner's walks ended {nearest} from it after an earlier update; after {count} updates they end {near} from it and earn {learner}: steps that fit the square lead astray out there. Its twin's end {far} away.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from such a curve, and having learned to learn sine curves gains nothing here: after {count} steps the learner misses by {learner}, its twin by {twin}.</source>
      <translation>
        <numerusform>Neither has ever learned from such a curve, and having learned to learn sine curves gains nothing here: after {count} step the learner misses by {learner}, its twin by {twin}.</numerusform>
        <numerusform>Neither has ever learned from such a curve, and having learned to learn sine curves gains nothing here: after {count} steps the learner misses by {learner}, its twin by {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from such a curve, and what the learner knows of sine curves leads it astray: after {count} steps it misses by {learner}, its twin by {twin}.</source>
      <translation>
        <numerusform>Neither has ever learned from such a curve, and what the learner knows of sine curves leads it astray: after {count} step it misses by {learner}, its twin by {twin}.</numerusform>
        <numerusform>Neither has ever learned from such a curve, and what the learner knows of sine curves leads it astray: after {count} steps it misses by {learner}, its twin by {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from such a curve. After {count} steps the learner misses it by {learner} and its twin by {twin}.</source>
      <translation>
        <numerusform>Neither has ever learned from such a curve. After {count} step the learner misses it by {learner} and its twin by {twin}.</numerusform>
        <numerusform>Neither has ever learned from such a curve. After {count} steps the learner misses it by {learner} and its twin by {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nobody whom they learned from had a taste of this kind. After {count} steps the learner misses the other ratings by {learner} stars, before the first by {before}, and its twin by {twin}.</source>
      <translation>
        <numerusform>Nobody whom they learned from had a taste of this kind. After {count} step the learner misses the other ratings by {learner} stars, before it by {before}, and its twin by {twin}.</numerusform>
        <numerusform>Nobody whom they learned from had a taste of this kind. After {count} steps the learner misses the other ratings by {learner} stars, before the first by {before}, and its twin by {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nobody whom they learned from had a taste of this kind. After {count} steps the learner misses the other ratings by {learner} stars, before the first by {before}: what it knows of people leads it astray. Its twin misses by {twin}.</source>
      <translation>
        <numerusform>Nobody whom they learned from had a taste of this kind. After {count} step the learner misses the other ratings by {learner} stars, before it by {before}: what it knows of people leads it astray. Its twin misses by {twin}.</numerusform>
        <numerusform>Nobody whom they learned from had a taste of this kind. After {count} steps the learner misses the other ratings by {learner} stars, before the first by {before}: what it knows of people leads it astray. Its twin misses by {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>None of the {count} images in {folder} could be imported.
{images}</source>
      <translation>
        <numerusform>The only image ({count}) in {folder} could not be imported.
{images}</numerusform>
        <numerusform>None of the {count} images in {folder} could be imported.
{images}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>None of the {count} images last seen in {old} is in {new}. Choose the folder they are in now.</source>
      <translation>
        <numerusform>The {count} image last seen in {old} is not in {new}. Choose the folder it is in now.</numerusform>
        <numerusform>None of the {count} images last seen in {old} is in {new}. Choose the folder they are in now.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>None of the {count} rows of {table} names an image in {folder} and a class for it.</source>
      <translation>
        <numerusform>The {count} row of {table} does not name an image in {folder} and a class for it.</numerusform>
        <numerusform>None of the {count} rows of {table} names an image in {folder} and a class for it.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>None of these: all {count}</source>
      <translation>
        <numerusform>None of these: {count}</numerusform>
        <numerusform>None of these: all {count}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes</source>
      <translation>
        <numerusform>On {count} class</numerusform>
        <numerusform>On {count} classes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes it was trained on</source>
      <translation>
        <numerusform>On {count} class it was trained on</numerusform>
        <numerusform>On {count} classes it was trained on</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes used to select its checkpoint (so accuracy is optimistic)</source>
      <translation>
        <numerusform>On {count} class used to select its checkpoint (so accuracy is optimistic)</numerusform>
        <numerusform>On {count} classes used to select its checkpoint (so accuracy is optimistic)</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes, {trained} of them training classes</source>
      <translation>
        <numerusform>On {count} class, {trained} of them a training class</numerusform>
        <numerusform>On {count} classes, {trained} of them training classes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} test classes</source>
      <translation>
        <numerusform>On {count} test class</numerusform>
        <numerusform>On {count} test classes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} unseen classes</source>
      <translation>
        <numerusform>On {count} unseen class</numerusform>
        <numerusform>On {count} unseen classes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>One of its {count} examples is also in {name}: {file}</source>
      <translation>
        <numerusform>It has {count} example, which is also in {name}: {file}</numerusform>
        <numerusform>One of its {count} examples is also in {name}: {file}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>One of its {count} examples is nearly the same as an image of {name}: {file}</source>
      <translation>
        <numerusform>It has {count} example, which is nearly the same as an image of {name}: {file}</numerusform>
        <numerusform>One of its {count} examples is nearly the same as an image of {name}: {file}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>One of its {count} examples looks like {name}: {file}</source>
      <translation>
        <numerusform>It has {count} example, which looks like {name}: {file}</numerusform>
        <numerusform>One of its {count} examples looks like {name}: {file}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Only {count} classes were tested: the interval over which classes were drawn is rough.</source>
      <translation>
        <numerusform>Only {count} class was tested: the interval over which classes were drawn is rough.</numerusform>
        <numerusform>Only {count} classes were tested: the interval over which classes were drawn is rough.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Scanning: {count} files</source>
      <translation>
        <numerusform>Scanning: {count} file</numerusform>
        <numerusform>Scanning: {count} files</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Simple heads, nothing trained: {count} tried</source>
      <translation>
        <numerusform>Simple heads, nothing trained: {count} tried</numerusform>
        <numerusform>Simple heads, nothing trained: {count} tried</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Start {count} runs</source>
      <translation>
        <numerusform>Start {count} run</numerusform>
        <numerusform>Start {count} runs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Suggested {count}</source>
      <translation>
        <numerusform>Suggested {count}</numerusform>
        <numerusform>Suggested {count}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Test classes, after {count} episodes</source>
      <translation>
        <numerusform>Test classes, after {count} episode</numerusform>
        <numerusform>Test classes, after {count} episodes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The CPU works: {count} billion operations a second.</source>
      <translation>
        <numerusform>The CPU works: {count} billion operations a second.</numerusform>
        <numerusform>The CPU works: {count} billion operations a second.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The columns of {table} have {count} categories in total, which is too many.</source>
      <translation>
        <numerusform>The columns of {table} have {count} category in total, which is too many.</numerusform>
        <numerusform>The columns of {table} have {count} categories in total, which is too many.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The device's memory is full: from now on {count} episodes are processed at a time.</source>
      <translation>
        <numerusform>The device's memory is full: from now on {count} episode is processed at a time.</numerusform>
        <numerusform>The device's memory is full: from now on {count} episodes are processed at a time.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The nearest; {count} more: {share}</source>
      <translation>
        <numerusform>The nearest; {count} more: {share}</numerusform>
        <numerusform>The nearest; {count} more: {share}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The {count} imported folders are diverse (diversity {value} of 1): what is learned from them should hold for many kinds of images.</source>
      <translation>
        <numerusform>The {count} imported folder is diverse (diversity {value} of 1): what is learned from it should hold for many kinds of images.</numerusform>
        <numerusform>The {count} imported folders are diverse (diversity {value} of 1): what is learned from them should hold for many kinds of images.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The {count} imported folders are moderately diverse (diversity {value} of 1).</source>
      <translation>
        <numerusform>The {count} imported folder is moderately diverse (diversity {value} of 1).</numerusform>
        <numerusform>The {count} imported folders are moderately diverse (diversity {value} of 1).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The {count} imported folders are similar (diversity {value} of 1): what is learned from them may not hold for other kinds of images. Import other kinds of images to cover more.</source>
      <translation>
        <numerusform>The {count} imported folder is uniform (diversity {value} of 1): what is learned from it may not hold for other kinds of images. Import other kinds of images to cover more.</numerusform>
        <numerusform>The {count} imported folders are similar (diversity {value} of 1): what is learned from them may not hold for other kinds of images. Import other kinds of images to cover more.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>There are only {count} {role} classes, fewer than the {way} of an episode; episodes use those available. Import more classes, or give more classes this role.</source>
      <translation>
        <numerusform>There is only {count} {role} class, fewer than the {way} of an episode; episodes use those available. Import more classes, or give more classes this role.</numerusform>
        <numerusform>There are only {count} {role} classes, fewer than the {way} of an episode; episodes use those available. Import more classes, or give more classes this role.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>To label {count}</source>
      <translation>
        <numerusform>To label {count}</numerusform>
        <numerusform>To label {count}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>To look at again {count}</source>
      <translation>
        <numerusform>To look at again {count}</numerusform>
        <numerusform>To look at again {count}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Trainings: {count} tried</source>
      <translation>
        <numerusform>Trainings: {count} tried</numerusform>
        <numerusform>Trainings: {count} tried</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Unknown: all {count}</source>
      <translation>
        <numerusform>Unknown: {count}</numerusform>
        <numerusform>Unknown: all {count}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Validation classes, after {count} episodes</source>
      <translation>
        <numerusform>Validation classes, after {count} episode</numerusform>
        <numerusform>Validation classes, after {count} episodes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Which class are these {count}?</source>
      <translation>
        <numerusform>Which class is this {count}?</numerusform>
        <numerusform>Which class are these {count}?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>about {count} wrong expected</source>
      <translation>
        <numerusform>about {count} wrong expected</numerusform>
        <numerusform>about {count} wrong expected</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>after {count} episodes</source>
      <translation>
        <numerusform>after {count} episode</numerusform>
        <numerusform>after {count} episodes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and {count} more</source>
      <translation>
        <numerusform>and {count} more</numerusform>
        <numerusform>and {count} more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>gives {count} stars</source>
      <translation>
        <numerusform>gives {count} star</numerusform>
        <numerusform>gives {count} stars</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{accuracy} with {count} examples</source>
      <translation>
        <numerusform>{accuracy} with {count} example</numerusform>
        <numerusform>{accuracy} with {count} examples</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{counted}; from your {count} picks alone</source>
      <translation>
        <numerusform>{counted}; from your {count} pick alone</numerusform>
        <numerusform>{counted}; from your {count} picks alone</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{counted}; learned from {count} people's picks</source>
      <translation>
        <numerusform>{counted}; learned from {count} person's picks</numerusform>
        <numerusform>{counted}; learned from {count} people's picks</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} accepted in bulk</source>
      <translation>
        <numerusform>{count} accepted in bulk</numerusform>
        <numerusform>{count} accepted in bulk</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} accepted in bulk as sure</source>
      <translation>
        <numerusform>{count} accepted in bulk as sure</numerusform>
        <numerusform>{count} accepted in bulk as sure</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} accepted in bulk while unsure</source>
      <translation>
        <numerusform>{count} accepted in bulk while unsure</numerusform>
        <numerusform>{count} accepted in bulk while unsure</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} accepted in bulk, of classes with no others</source>
      <translation>
        <numerusform>{count} accepted in bulk, of classes with no others</numerusform>
        <numerusform>{count} accepted in bulk, of classes with no others</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} already imported</source>
      <translation>
        <numerusform>{count} already imported</numerusform>
        <numerusform>{count} already imported</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} are still missing.</source>
      <translation>
        <numerusform>{count} is still missing.</numerusform>
        <numerusform>{count} are still missing.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} asked for</source>
      <translation>
        <numerusform>{count} asked for</numerusform>
        <numerusform>{count} asked for</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} class folders are in several roles, for example {folder}, so the test would see training classes. Remove one of the imports, or give those classes the same role.</source>
      <translation>
        <numerusform>{count} class folder is in several roles, {folder}, so the test would see a training class. Remove one of the imports, or give those classes the same role.</numerusform>
        <numerusform>{count} class folders are in several roles, for example {folder}, so the test would see training classes. Remove one of the imports, or give those classes the same role.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} class names are in several roles, for example {name}. If these are the same classes, the test would see training classes: give them the same role, or import their folders as one.</source>
      <translation>
        <numerusform>{count} class name is in several roles, {name}. If it is the same class, the test would see a training class: give them the same role, or import their folders as one.</numerusform>
        <numerusform>{count} class names are in several roles, for example {name}. If these are the same classes, the test would see training classes: give them the same role, or import their folders as one.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes</source>
      <translation>
        <numerusform>{count} class</numerusform>
        <numerusform>{count} classes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes are gone from the folder, for example {name}: none of their images is there.</source>
      <translation>
        <numerusform>{count} class is gone from the folder, {name}: none of its images is there.</numerusform>
        <numerusform>{count} classes are gone from the folder, for example {name}: none of their images is there.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes are the only ones in their folders and are left out: an episode within one folder needs two. Mix folders to use them.</source>
      <translation>
        <numerusform>{count} class is the only one in its folder and is left out: an episode within one folder needs two. Mix folders to use it.</numerusform>
        <numerusform>{count} classes are the only ones in their folders and are left out: an episode within one folder needs two. Mix folders to use them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have a single image (or specimen) and are left out: an episode needs an example and a query.</source>
      <translation>
        <numerusform>{count} class has a single image (or specimen) and is left out: an episode needs an example and a query.</numerusform>
        <numerusform>{count} classes have a single image (or specimen) and are left out: an episode needs an example and a query.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have another folder now, for example {old}, now {new}: their images were recognised by content, labels and runs keep them.</source>
      <translation>
        <numerusform>{count} class has another folder now, {old}, now {new}: its images were recognised by content, labels and runs keep them.</numerusform>
        <numerusform>{count} classes have another folder now, for example {old}, now {new}: their images were recognised by content, labels and runs keep them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have fewer than {need} images (examples plus queries): episodes use what there is, in the smallest class {shots} as examples and {queries} as queries.</source>
      <translation>
        <numerusform>{count} class has fewer than {need} images (examples plus queries): episodes use what there is, {shots} as examples and {queries} as queries.</numerusform>
        <numerusform>{count} classes have fewer than {need} images (examples plus queries): episodes use what there is, in the smallest class {shots} as examples and {queries} as queries.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have fewer than {need} images, for example {name} with {images}.</source>
      <translation>
        <numerusform>{count} class has fewer than {need} images: {name} with {images}.</numerusform>
        <numerusform>{count} classes have fewer than {need} images, for example {name} with {images}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have no traits in {table} and are left out.</source>
      <translation>
        <numerusform>{count} class has no traits in {table} and is left out.</numerusform>
        <numerusform>{count} classes have no traits in {table} and are left out.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have no traits in {table}: only their examples are used.</source>
      <translation>
        <numerusform>{count} class has no traits in {table}: only its examples are used.</numerusform>
        <numerusform>{count} classes have no traits in {table}: only their examples are used.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have the same images as another class and are left out: in one episode, an answer would be both right and wrong.</source>
      <translation>
        <numerusform>{count} class has the same images as another class and is left out: in one episode, an answer would be both right and wrong.</numerusform>
        <numerusform>{count} classes have the same images as another class and are left out: in one episode, an answer would be both right and wrong.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes now have the role {role}.</source>
      <translation>
        <numerusform>{count} class now has the role {role}.</numerusform>
        <numerusform>{count} classes now have the role {role}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes selected</source>
      <translation>
        <numerusform>{count} class selected</numerusform>
        <numerusform>{count} classes selected</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} columns of {table} do not distinguish any classes and are left out: {names}.</source>
      <translation>
        <numerusform>{count} column of {table} does not distinguish any classes and is left out: {names}.</numerusform>
        <numerusform>{count} columns of {table} do not distinguish any classes and are left out: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} could not be read</source>
      <translation>
        <numerusform>{count} could not be read</numerusform>
        <numerusform>{count} could not be read</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted runs are gone already.</source>
      <translation>
        <numerusform>{count} deleted run is gone already.</numerusform>
        <numerusform>{count} deleted runs are gone already.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted runs go for good ({size}): they cannot be restored any more.</source>
      <translation>
        <numerusform>{count} deleted run goes for good ({size}): it cannot be restored any more.</numerusform>
        <numerusform>{count} deleted runs go for good ({size}): they cannot be restored any more.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} duplicates</source>
      <translation>
        <numerusform>{count} duplicate</numerusform>
        <numerusform>{count} duplicates</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} episodes</source>
      <translation>
        <numerusform>{count} episode</numerusform>
        <numerusform>{count} episodes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples</source>
      <translation>
        <numerusform>{count} example</numerusform>
        <numerusform>{count} examples</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples added from {folder}</source>
      <translation>
        <numerusform>{count} example added from {folder}</numerusform>
        <numerusform>{count} examples added from {folder}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples added to {name}</source>
      <translation>
        <numerusform>{count} example added to {name}</numerusform>
        <numerusform>{count} examples added to {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples per class</source>
      <translation>
        <numerusform>{count} example per class</numerusform>
        <numerusform>{count} examples per class</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples removed from {name}</source>
      <translation>
        <numerusform>{count} example removed from {name}</numerusform>
        <numerusform>{count} examples removed from {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples to look at</source>
      <translation>
        <numerusform>{count} example to look at</numerusform>
        <numerusform>{count} examples to look at</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} failed</source>
      <translation>
        <numerusform>{count} failed</numerusform>
        <numerusform>{count} failed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} files could not be added as examples. The first: {name}: {reason}</source>
      <translation>
        <numerusform>{count} file could not be added as an example: {name}: {reason}</numerusform>
        <numerusform>{count} files could not be added as examples. The first: {name}: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} files have several channels, such as {path} with {channels}. Taken: {which}.</source>
      <translation>
        <numerusform>{count} file has several channels, {path} with {channels}. Taken: {which}.</numerusform>
        <numerusform>{count} files have several channels, such as {path} with {channels}. Taken: {which}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} files have several pages, such as {path} with {pages}. Taken: {which}.</source>
      <translation>
        <numerusform>{count} file has several pages, {path} with {pages}. Taken: {which}.</numerusform>
        <numerusform>{count} files have several pages, such as {path} with {pages}. Taken: {which}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} files skipped</source>
      <translation>
        <numerusform>{count} file skipped</numerusform>
        <numerusform>{count} files skipped</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} finished</source>
      <translation>
        <numerusform>{count} finished</numerusform>
        <numerusform>{count} finished</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} frames are black, white or of one tone, for example {path}.</source>
      <translation>
        <numerusform>{count} frame is black, white or of one tone: {path}.</numerusform>
        <numerusform>{count} frames are black, white or of one tone, for example {path}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} frames look out of focus beside the others of their folder, for example {path}.</source>
      <translation>
        <numerusform>{count} frame looks out of focus beside the others of its folder: {path}.</numerusform>
        <numerusform>{count} frames look out of focus beside the others of their folder, for example {path}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} frames to look at</source>
      <translation>
        <numerusform>{count} frame to look at</numerusform>
        <numerusform>{count} frames to look at</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} given up early</source>
      <translation>
        <numerusform>{count} given up early</numerusform>
        <numerusform>{count} given up early</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images</source>
      <translation>
        <numerusform>{count} image</numerusform>
        <numerusform>{count} images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images added</source>
      <translation>
        <numerusform>{count} image added</numerusform>
        <numerusform>{count} images added</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images are gone from the folder, for example {path}. They stay in the project as missing.</source>
      <translation>
        <numerusform>{count} image is gone from the folder, {path}. It stays in the project as missing.</numerusform>
        <numerusform>{count} images are gone from the folder, for example {path}. They stay in the project as missing.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images are in classes with different roles, so the test would see training images. Remove the duplicates, or give those classes the same role.</source>
      <translation>
        <numerusform>{count} image is in classes with different roles, so the test would see a training image. Remove the duplicates, or give those classes the same role.</numerusform>
        <numerusform>{count} images are in classes with different roles, so the test would see training images. Remove the duplicates, or give those classes the same role.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images are left out of episodes, because several classes have them. Remove them from all but one.</source>
      <translation>
        <numerusform>{count} image is left out of episodes, because several classes have it. Remove it from all but one.</numerusform>
        <numerusform>{count} images are left out of episodes, because several classes have them. Remove them from all but one.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images cannot be read.</source>
      <translation>
        <numerusform>{count} image cannot be read.</numerusform>
        <numerusform>{count} images cannot be read.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images cannot be used by every model, so they are left out for all.</source>
      <translation>
        <numerusform>{count} image cannot be used by every model, so it is left out for all.</numerusform>
        <numerusform>{count} images cannot be used by every model, so they are left out for all.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images could not be copied:</source>
      <translation>
        <numerusform>{count} image could not be copied:</numerusform>
        <numerusform>{count} images could not be copied:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images could not be read and are left out, the first: {path}: {reason}</source>
      <translation>
        <numerusform>{count} image could not be read and is left out: {path}: {reason}</numerusform>
        <numerusform>{count} images could not be read and are left out, the first: {path}: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images have moved and were recognised by content.</source>
      <translation>
        <numerusform>{count} image has moved and was recognised by content.</numerusform>
        <numerusform>{count} images have moved and were recognised by content.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images have several classes in the table and were left out, for example {first}.</source>
      <translation>
        <numerusform>{count} image has several classes in the table and was left out: {first}.</numerusform>
        <numerusform>{count} images have several classes in the table and were left out, for example {first}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images labelled {name}</source>
      <translation>
        <numerusform>{count} image labelled {name}</numerusform>
        <numerusform>{count} images labelled {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images look like none of the classes, so nothing was accepted. Press a number or type a name to assign a class.</source>
      <translation>
        <numerusform>{count} image looks like none of the classes, so nothing was accepted. Press a number or type a name to assign a class.</numerusform>
        <numerusform>{count} images look like none of the classes, so nothing was accepted. Press a number or type a name to assign a class.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images marked as none of the classes</source>
      <translation>
        <numerusform>{count} image marked as none of the classes</numerusform>
        <numerusform>{count} images marked as none of the classes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images marked as not wanted</source>
      <translation>
        <numerusform>{count} image marked as not wanted</numerusform>
        <numerusform>{count} images marked as not wanted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images marked as unknown</source>
      <translation>
        <numerusform>{count} image marked as unknown</numerusform>
        <numerusform>{count} images marked as unknown</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images marked as wanted</source>
      <translation>
        <numerusform>{count} image marked as wanted</numerusform>
        <numerusform>{count} images marked as wanted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of the folder are not in the table and were left out, for example {first}.</source>
      <translation>
        <numerusform>{count} image of the folder is not in the table and was left out: {first}.</numerusform>
        <numerusform>{count} images of the folder are not in the table and were left out, for example {first}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of {name} are used as examples for labelling. Remove them there first.</source>
      <translation>
        <numerusform>{count} image of {name} is used as an example for labelling. Remove it there first.</numerusform>
        <numerusform>{count} images of {name} are used as examples for labelling. Remove them there first.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of {name} have been labelled, and labels are always kept, so the folder cannot be removed.</source>
      <translation>
        <numerusform>{count} image of {name} has been labelled, and labels are always kept, so the folder cannot be removed.</numerusform>
        <numerusform>{count} images of {name} have been labelled, and labels are always kept, so the folder cannot be removed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of {size} pixels need {need} GB of memory, and {room} GB are free. Choose an image size of at most {fits} pixels.</source>
      <translation>
        <numerusform>{count} image of {size} pixels needs {need} GB of memory, and {room} GB are free. Choose an image size of at most {fits} pixels.</numerusform>
        <numerusform>{count} images of {size} pixels need {need} GB of memory, and {room} GB are free. Choose an image size of at most {fits} pixels.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images, the most frequent first</source>
      <translation>
        <numerusform>{count} image</numerusform>
        <numerusform>{count} images, the most frequent first</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} labelled</source>
      <translation>
        <numerusform>{count} labelled</numerusform>
        <numerusform>{count} labelled</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} labels</source>
      <translation>
        <numerusform>{count} label</numerusform>
        <numerusform>{count} labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} labels and examples are lost. They are the first in the list below.</source>
      <translation>
        <numerusform>{count} label or example is lost. It is the first in the list below.</numerusform>
        <numerusform>{count} labels and examples are lost. They are the first in the list below.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} labels exported to {name}.</source>
      <translation>
        <numerusform>{count} label exported to {name}.</numerusform>
        <numerusform>{count} labels exported to {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} labels set by hand</source>
      <translation>
        <numerusform>{count} label set by hand</numerusform>
        <numerusform>{count} labels set by hand</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} left out</source>
      <translation>
        <numerusform>{count} left out</numerusform>
        <numerusform>{count} left out</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} more waiting</source>
      <translation>
        <numerusform>{count} more waiting</numerusform>
        <numerusform>{count} more waiting</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} more warnings.</source>
      <translation>
        <numerusform>{count} more warning.</numerusform>
        <numerusform>{count} more warnings.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} names differ from another only by capitals or Unicode form, for example {first} and {second}: other systems take them for one name.</source>
      <translation>
        <numerusform>{count} name differs from another only by capitals or Unicode form, {first} and {second}: other systems take them for one name.</numerusform>
        <numerusform>{count} names differ from another only by capitals or Unicode form, for example {first} and {second}: other systems take them for one name.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of the classes that it was trained or validated on were gone when it was exported: whether their images are in this project is unknown, so a test on them would flatter it unnoticed.</source>
      <translation>
        <numerusform>{count} of the classes that it was trained or validated on was gone when it was exported: whether its images are in this project is unknown, so a test on them would flatter it unnoticed.</numerusform>
        <numerusform>{count} of the classes that it was trained or validated on were gone when it was exported: whether their images are in this project is unknown, so a test on them would flatter it unnoticed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of the tested classes have traits in {table}, but at least two are needed.</source>
      <translation>
        <numerusform>{count} of the tested classes has traits in {table}, but at least two are needed.</numerusform>
        <numerusform>{count} of the tested classes have traits in {table}, but at least two are needed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of the training classes have traits in {table}, but at least two are needed. Do the class names in the table match the folder names?</source>
      <translation>
        <numerusform>{count} of the training classes has traits in {table}, but at least two are needed. Do the class names in the table match the folder names?</numerusform>
        <numerusform>{count} of the training classes have traits in {table}, but at least two are needed. Do the class names in the table match the folder names?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of the {total} learned traits are not in {table}, and count as unknown; the first is {name}.</source>
      <translation>
        <numerusform>{count} of the {total} learned traits is not in {table}, and counts as unknown: {name}.</numerusform>
        <numerusform>{count} of the {total} learned traits are not in {table}, and count as unknown; the first is {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of {total} classes are in several split folders, for example {name}, so these cannot be the roles: a class has one role only. Join the classes by name instead.</source>
      <translation>
        <numerusform>{count} of {total} classes is in several split folders, {name}, so these cannot be the roles: a class has one role only. Join the classes by name instead.</numerusform>
        <numerusform>{count} of {total} classes are in several split folders, for example {name}, so these cannot be the roles: a class has one role only. Join the classes by name instead.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of {total} findings about run {run} call for caution.</source>
      <translation>
        <numerusform>{count} of {total} findings about run {run} calls for caution.</numerusform>
        <numerusform>{count} of {total} findings about run {run} call for caution.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} per step</source>
      <translation>
        <numerusform>{count} per step</numerusform>
        <numerusform>{count} per step</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} picks removed</source>
      <translation>
        <numerusform>{count} pick removed</numerusform>
        <numerusform>{count} picks removed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} pictures are rated</source>
      <translation>
        <numerusform>{count} picture is rated</numerusform>
        <numerusform>{count} pictures are rated</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} places down</source>
      <translation>
        <numerusform>{count} place down</numerusform>
        <numerusform>{count} places down</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} places up</source>
      <translation>
        <numerusform>{count} place up</numerusform>
        <numerusform>{count} places up</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} points</source>
      <translation>
        <numerusform>{count} point</numerusform>
        <numerusform>{count} points</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} proposals accepted</source>
      <translation>
        <numerusform>{count} proposal accepted</numerusform>
        <numerusform>{count} proposals accepted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} proposals are different without {image}</source>
      <translation>
        <numerusform>{count} proposal is different without {image}</numerusform>
        <numerusform>{count} proposals are different without {image}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} queries per class</source>
      <translation>
        <numerusform>{count} query per class</numerusform>
        <numerusform>{count} queries per class</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} rows copied.</source>
      <translation>
        <numerusform>{count} row copied.</numerusform>
        <numerusform>{count} rows copied.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} rows of the project are not as they were saved, so labels may be wrong. Check the project, and repair it into a new file.</source>
      <translation>
        <numerusform>{count} row of the project is not as it was saved, so labels may be wrong. Check the project, and repair it into a new file.</numerusform>
        <numerusform>{count} rows of the project are not as they were saved, so labels may be wrong. Check the project, and repair it into a new file.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} rows of the table have no class and were left out.</source>
      <translation>
        <numerusform>{count} row of the table has no class and was left out.</numerusform>
        <numerusform>{count} rows of the table have no class and were left out.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} rows of the table name a file that is not in the folder, for example {first}.</source>
      <translation>
        <numerusform>{count} row of the table names a file that is not in the folder: {first}.</numerusform>
        <numerusform>{count} rows of the table name a file that is not in the folder, for example {first}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} runs could then be used, but not be resumed; saves {size} more. This cannot be undone.</source>
      <translation>
        <numerusform>{count} run could then be used, but not be resumed; saves {size} more. This cannot be undone.</numerusform>
        <numerusform>{count} runs could then be used, but not be resumed; saves {size} more. This cannot be undone.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} runs finished: compare them on the Check page</source>
      <translation>
        <numerusform>{count} run finished: compare it on the Check page</numerusform>
        <numerusform>{count} runs finished: compare them on the Check page</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} seeds: {accuracies}</source>
      <translation>
        <numerusform>{count} seed: {accuracies}</numerusform>
        <numerusform>{count} seeds: {accuracies}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} seeds: {accuracies}.</source>
      <translation>
        <numerusform>{count} seed: {accuracies}.</numerusform>
        <numerusform>{count} seeds: {accuracies}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} selected, not compared yet</source>
      <translation>
        <numerusform>{count} selected, not compared yet</numerusform>
        <numerusform>{count} selected, not compared yet</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} settings tried</source>
      <translation>
        <numerusform>{count} setting tried</numerusform>
        <numerusform>{count} settings tried</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} sidecar files left alone</source>
      <translation>
        <numerusform>{count} sidecar file left alone</numerusform>
        <numerusform>{count} sidecar files left alone</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} skipped</source>
      <translation>
        <numerusform>{count} skipped</numerusform>
        <numerusform>{count} skipped</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} stars</source>
      <translation>
        <numerusform>{count} star</numerusform>
        <numerusform>{count} stars</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} stars for {picture} moved it by {moved}</source>
      <translation>
        <numerusform>{count} star for {picture} moved it by {moved}</numerusform>
        <numerusform>{count} stars for {picture} moved it by {moved}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} traits</source>
      <translation>
        <numerusform>{count} trait</numerusform>
        <numerusform>{count} traits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} under way</source>
      <translation>
        <numerusform>{count} under way</numerusform>
        <numerusform>{count} under way</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} unfinished</source>
      <translation>
        <numerusform>{count} unfinished</numerusform>
        <numerusform>{count} unfinished</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{done}; {count} left that look like none of the classes</source>
      <translation>
        <numerusform>{done}; {count} left that looks like none of the classes</numerusform>
        <numerusform>{done}; {count} left that look like none of the classes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{folders} are split folders: {count} classes that are in several of them were joined by name, as a class has one role only.</source>
      <translation>
        <numerusform>{folders} are split folders: {count} class that is in several of them was joined by name, as a class has one role only.</numerusform>
        <numerusform>{folders} are split folders: {count} classes that are in several of them were joined by name, as a class has one role only.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{name} works: {count} billion operations a second.</source>
      <translation>
        <numerusform>{name} works: {count} billion operations a second.</numerusform>
        <numerusform>{name} works: {count} billion operations a second.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{path} contains {count} labels corrected by a person. Accept them first, or choose another name.</source>
      <translation>
        <numerusform>{path} contains {count} label corrected by a person. Accept it first, or choose another name.</numerusform>
        <numerusform>{path} contains {count} labels corrected by a person. Accept them first, or choose another name.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{path}, row {row}: it has {count} cells, and the first row has {width}.</source>
      <translation>
        <numerusform>{path}, row {row}: it has {count} cell, and the first row has {width}.</numerusform>
        <numerusform>{path}, row {row}: it has {count} cells, and the first row has {width}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{right} of {count} correct</source>
      <translation>
        <numerusform>{right} of {count} correct</numerusform>
        <numerusform>{right} of {count} correct</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{right} of {count} correct after {episode} episodes; captions are predictions.</source>
      <translation>
        <numerusform>{right} of {count} correct after {episode} episodes; captions are predictions.</numerusform>
        <numerusform>{right} of {count} correct after {episode} episodes; captions are predictions.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{true} correct: {count} of {total} ({share})</source>
      <translation>
        <numerusform>{true} correct: {count} of {total} ({share})</numerusform>
        <numerusform>{true} correct: {count} of {total} ({share})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{true} mistaken for {given}: {count} of {total} ({share})</source>
      <translation>
        <numerusform>{true} mistaken for {given}: {count} of {total} ({share})</numerusform>
        <numerusform>{true} mistaken for {given}: {count} of {total} ({share})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{way} classes with {count} examples each are to be labelled.</source>
      <translation>
        <numerusform>{way} classes with {count} example each are to be labelled.</numerusform>
        <numerusform>{way} classes with {count} examples each are to be labelled.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{what} gains nothing clear from its {count} steps: {before} % before, {after} % after.</source>
      <translation>
        <numerusform>{what} gains nothing clear from its {count} step: {before} % before, {after} % after.</numerusform>
        <numerusform>{what} gains nothing clear from its {count} steps: {before} % before, {after} % after.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms), but was better after {enough}: fewer are enough.</source>
      <translation>
        <numerusform>{what} goes from {before} % before adapting to {after} % after {count} step ({milliseconds} ms), but was better after {enough}: fewer are enough.</numerusform>
        <numerusform>{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms), but was better after {enough}: fewer are enough.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms); most of the gain is reached after {enough}.</source>
      <translation>
        <numerusform>{what} goes from {before} % before adapting to {after} % after {count} step ({milliseconds} ms); most of the gain is reached after {enough}.</numerusform>
        <numerusform>{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms); most of the gain is reached after {enough}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{what} was tested with {count} examples per class only, so nothing is known about more.</source>
      <translation>
        <numerusform>{what} was tested with {count} example per class only, so nothing is known about more.</numerusform>
        <numerusform>{what} was tested with {count} examples per class only, so nothing is known about more.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{what} with {count} examples: {done} of {total} episodes</source>
      <translation>
        <numerusform>{what} with {count} example: {done} of {total} episodes</numerusform>
        <numerusform>{what} with {count} examples: {done} of {total} episodes</numerusform>
      </translation>
    </message>
  </context>
</TS>
