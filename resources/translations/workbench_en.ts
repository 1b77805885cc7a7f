<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
  <context>
    <name>workbench</name>
    <message numerus="yes">
      <source>Accept all {count}</source>
      <translation>
        <numerusform>Accept {count}</numerusform>
        <numerusform>Accept all {count}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Asked {count}</source>
      <translation>
        <numerusform>Asked {count}</numerusform>
        <numerusform>Asked {count}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Classes it does not learn from, after {count} episodes</source>
      <translation>
        <numerusform>Classes it does not learn from, after {count} episode</numerusform>
        <numerusform>Classes it does not learn from, after {count} episodes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Column {name}: {count} cells are no numbers, the first “{cell}” in the row {row}, so its values are read as categories. Write numbers, ranges such as 5-7, or ? where nothing is known.</source>
      <translation>
        <numerusform>Column {name}: {count} cell is no number, “{cell}” in the row {row}, so its values are read as categories. Write a number, a range such as 5-7, or ? where nothing is known.</numerusform>
        <numerusform>Column {name}: {count} cells are no numbers, the first “{cell}” in the row {row}, so its values are read as categories. Write numbers, ranges such as 5-7, or ? where nothing is known.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Decided {count}</source>
      <translation>
        <numerusform>Decided {count}</numerusform>
        <numerusform>Decided {count}</numerusform>
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
      <source>Images have 1 or 3 channels (grey or colour), not {count}.</source>
      <translation>
        <numerusform>Images have 1 or 3 channels (grey or colour), not {count}.</numerusform>
        <numerusform>Images have 1 or 3 channels (grey or colour), not {count}.</numerusform>
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
      <source>Looking: {count} files</source>
      <translation>
        <numerusform>Looking: {count} file</numerusform>
        <numerusform>Looking: {count} files</numerusform>
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
      <source>Of the classes to learn from, {count} have traits in {table}, and at least two must. Does the table name the classes as their folders are named?</source>
      <translation>
        <numerusform>Of the classes to learn from, {count} has traits in {table}, and at least two must. Does the table name the classes as their folders are named?</numerusform>
        <numerusform>Of the classes to learn from, {count} have traits in {table}, and at least two must. Does the table name the classes as their folders are named?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Of the classes to test on, {count} have traits in {table}, and at least two must.</source>
      <translation>
        <numerusform>Of the classes to test on, {count} has traits in {table}, and at least two must.</numerusform>
        <numerusform>Of the classes to test on, {count} have traits in {table}, and at least two must.</numerusform>
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
      <source>On {count} classes by which its best moment was chosen, which flatters it</source>
      <translation>
        <numerusform>On {count} class by which its best moment was chosen, which flatters it</numerusform>
        <numerusform>On {count} classes by which its best moment was chosen, which flatters it</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes it has never seen</source>
      <translation>
        <numerusform>On {count} class it has never seen</numerusform>
        <numerusform>On {count} classes it has never seen</numerusform>
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
      <source>On {count} classes, {trained} of which it was trained on</source>
      <translation>
        <numerusform>On {count} class, {trained} of which it was trained on</numerusform>
        <numerusform>On {count} classes, {trained} of which it was trained on</numerusform>
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
      <source>Start {count} trainings</source>
      <translation>
        <numerusform>Start {count} training</numerusform>
        <numerusform>Start {count} trainings</numerusform>
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
      <source>The classes are those of {table}, the project's own table of traits: {count} classes.</source>
      <translation>
        <numerusform>The classes are those of {table}, the project's own table of traits: {count} class.</numerusform>
        <numerusform>The classes are those of {table}, the project's own table of traits: {count} classes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The columns of {table} have {count} categories together, which is too much.</source>
      <translation>
        <numerusform>The columns of {table} have {count} category together, which is too much.</numerusform>
        <numerusform>The columns of {table} have {count} categories together, which is too much.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The device's memory is full: from now on {count} episodes go through at once.</source>
      <translation>
        <numerusform>The device's memory is full: from now on {count} episode goes through at a time.</numerusform>
        <numerusform>The device's memory is full: from now on {count} episodes go through at once.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The {count} imported folders differ much (diversity {value} of 1): what is learned from them should hold for many kinds of images.</source>
      <translation>
        <numerusform>The {count} imported folder differs much (diversity {value} of 1): what is learned from it should hold for many kinds of images.</numerusform>
        <numerusform>The {count} imported folders differ much (diversity {value} of 1): what is learned from them should hold for many kinds of images.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The {count} imported folders differ somewhat (diversity {value} of 1).</source>
      <translation>
        <numerusform>The {count} imported folder differs somewhat (diversity {value} of 1).</numerusform>
        <numerusform>The {count} imported folders differ somewhat (diversity {value} of 1).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The {count} imported folders look alike (diversity {value} of 1): what is learned from them holds for such images, and may not for others. Import other kinds of images to prepare for more.</source>
      <translation>
        <numerusform>The {count} imported folder looks alike (diversity {value} of 1): what is learned from it holds for such images, and may not for others. Import other kinds of images to prepare for more.</numerusform>
        <numerusform>The {count} imported folders look alike (diversity {value} of 1): what is learned from them holds for such images, and may not for others. Import other kinds of images to prepare for more.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>There are only {count} {role} classes, fewer than the {way} of an episode; episodes take what there is. Import more classes, or give more classes this role.</source>
      <translation>
        <numerusform>There is only {count} {role} class, fewer than the {way} of an episode; episodes take what there is. Import more classes, or give more classes this role.</numerusform>
        <numerusform>There are only {count} {role} classes, fewer than the {way} of an episode; episodes take what there is. Import more classes, or give more classes this role.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>To decide {count}</source>
      <translation>
        <numerusform>To decide {count}</numerusform>
        <numerusform>To decide {count}</numerusform>
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
      <source>better than {other} by {count} points</source>
      <translation>
        <numerusform>better than {other} by {count} point</numerusform>
        <numerusform>better than {other} by {count} points</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>worse than {other} by {count} points</source>
      <translation>
        <numerusform>worse than {other} by {count} point</numerusform>
        <numerusform>worse than {other} by {count} points</numerusform>
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
      <source>{count} are chosen, and not compared yet</source>
      <translation>
        <numerusform>{count} is chosen, and not compared yet</numerusform>
        <numerusform>{count} are chosen, and not compared yet</numerusform>
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
      <source>{count} classes</source>
      <translation>
        <numerusform>{count} class</numerusform>
        <numerusform>{count} classes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes are alone in their task and are left out: an episode of one task needs two. Mix tasks to use them.</source>
      <translation>
        <numerusform>{count} class is alone in its task and is left out: an episode of one task needs two. Mix tasks to use it.</numerusform>
        <numerusform>{count} classes are alone in their task and are left out: an episode of one task needs two. Mix tasks to use them.</numerusform>
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
      <source>{count} classes have fewer than {need} images (examples and queries together): episodes take what there is, of the smallest class {shots} as examples and {queries} as queries.</source>
      <translation>
        <numerusform>{count} class has fewer than {need} images (examples and queries together): episodes take what there is, {shots} as examples and {queries} as queries.</numerusform>
        <numerusform>{count} classes have fewer than {need} images (examples and queries together): episodes take what there is, of the smallest class {shots} as examples and {queries} as queries.</numerusform>
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
      <source>{count} classes have no traits in {table}: they are known by their examples alone.</source>
      <translation>
        <numerusform>{count} class has no traits in {table}: it is known by its examples alone.</numerusform>
        <numerusform>{count} classes have no traits in {table}: they are known by their examples alone.</numerusform>
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
      <source>{count} columns of {table} tell no classes apart and are left out: {names}.</source>
      <translation>
        <numerusform>{count} column of {table} tells no classes apart and is left out: {names}.</numerusform>
        <numerusform>{count} columns of {table} tell no classes apart and are left out: {names}.</numerusform>
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
      <source>{count} decided</source>
      <translation>
        <numerusform>{count} decided</numerusform>
        <numerusform>{count} decided</numerusform>
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
      <source>{count} examples of each</source>
      <translation>
        <numerusform>{count} example of each</numerusform>
        <numerusform>{count} examples of each</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples taken out of {name}</source>
      <translation>
        <numerusform>{count} example taken out of {name}</numerusform>
        <numerusform>{count} examples taken out of {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} files could not become examples. The first: {name}: {reason}</source>
      <translation>
        <numerusform>{count} file could not become an example: {name}: {reason}</numerusform>
        <numerusform>{count} files could not become examples. The first: {name}: {reason}</numerusform>
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
      <source>{count} have the content of another</source>
      <translation>
        <numerusform>{count} has the content of another</numerusform>
        <numerusform>{count} have the content of another</numerusform>
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
      <source>{count} images are none of the classes</source>
      <translation>
        <numerusform>{count} image is none of the classes</numerusform>
        <numerusform>{count} images are none of the classes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images are {name}</source>
      <translation>
        <numerusform>{count} image is {name}</numerusform>
        <numerusform>{count} images are {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images can be shown to some and not to others, so they are left out for all.</source>
      <translation>
        <numerusform>{count} image can be shown to some and not to others, so it is left out for all.</numerusform>
        <numerusform>{count} images can be shown to some and not to others, so they are left out for all.</numerusform>
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
      <source>{count} images marked as unknown</source>
      <translation>
        <numerusform>{count} image marked as unknown</numerusform>
        <numerusform>{count} images marked as unknown</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of {name} are examples of classes to label with. Take them out first.</source>
      <translation>
        <numerusform>{count} image of {name} is an example of a class to label with. Take it out first.</numerusform>
        <numerusform>{count} images of {name} are examples of classes to label with. Take them out first.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of {name} have been labelled, and labels are kept for good, so it stays.</source>
      <translation>
        <numerusform>{count} image of {name} has been labelled, and labels are kept for good, so it stays.</numerusform>
        <numerusform>{count} images of {name} have been labelled, and labels are kept for good, so it stays.</numerusform>
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
      <source>{count} images stand in classes of different roles, so the test would see images that were learned from. Remove the duplicates, or give those classes the same role.</source>
      <translation>
        <numerusform>{count} image stands in classes of different roles, so the test would see an image that was learned from. Remove the duplicates, or give those classes the same role.</numerusform>
        <numerusform>{count} images stand in classes of different roles, so the test would see images that were learned from. Remove the duplicates, or give those classes the same role.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images, those so named most often first</source>
      <translation>
        <numerusform>{count} image</numerusform>
        <numerusform>{count} images, those so named most often first</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} in a step</source>
      <translation>
        <numerusform>{count} in a step</numerusform>
        <numerusform>{count} in a step</numerusform>
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
      <source>{count} labels exported to {name}.</source>
      <translation>
        <numerusform>{count} label exported to {name}.</numerusform>
        <numerusform>{count} labels exported to {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} more wait</source>
      <translation>
        <numerusform>{count} more waits</numerusform>
        <numerusform>{count} more wait</numerusform>
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
      <source>{count} of the {total} traits that were learned are not in {table}, and count as unknown: the first is {name}.</source>
      <translation>
        <numerusform>{count} of the {total} traits that were learned is not in {table}, and counts as unknown: {name}.</numerusform>
        <numerusform>{count} of the {total} traits that were learned are not in {table}, and count as unknown: the first is {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of {total} findings about run {run} ask for caution.</source>
      <translation>
        <numerusform>{count} of {total} findings about run {run} asks for caution.</numerusform>
        <numerusform>{count} of {total} findings about run {run} ask for caution.</numerusform>
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
      <source>{count} skipped</source>
      <translation>
        <numerusform>{count} skipped</numerusform>
        <numerusform>{count} skipped</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} to recognise</source>
      <translation>
        <numerusform>{count} to recognise</numerusform>
        <numerusform>{count} to recognise</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} trainings are done: they can be compared under Check</source>
      <translation>
        <numerusform>{count} training is done: it can be compared under Check</numerusform>
        <numerusform>{count} trainings are done: they can be compared under Check</numerusform>
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
      <source>{count} were there already</source>
      <translation>
        <numerusform>{count} was there already</numerusform>
        <numerusform>{count} were there already</numerusform>
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
      <source>{path} holds {count} labels that a person corrected. Accept them first, or give another name.</source>
      <translation>
        <numerusform>{path} holds {count} label that a person corrected. Accept it first, or give another name.</numerusform>
        <numerusform>{path} holds {count} labels that a person corrected. Accept them first, or give another name.</numerusform>
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
      <source>{right} of {count} right</source>
      <translation>
        <numerusform>{right} of {count} right</numerusform>
        <numerusform>{right} of {count} right</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{right} of {count} right after {episode} episodes; the name is what it answered.</source>
      <translation>
        <numerusform>{right} of {count} right after {episode} episodes; the name is what it answered.</numerusform>
        <numerusform>{right} of {count} right after {episode} episodes; the name is what it answered.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{true} was named right {count} times of {total} ({share})</source>
      <translation>
        <numerusform>{true} was named right {count} time of {total} ({share})</numerusform>
        <numerusform>{true} was named right {count} times of {total} ({share})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{true} was named {given} {count} times of {total} ({share})</source>
      <translation>
        <numerusform>{true} was named {given} {count} time of {total} ({share})</numerusform>
        <numerusform>{true} was named {given} {count} times of {total} ({share})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{what} gains nothing clear by its {count} steps: {before} % before, {after} % after.</source>
      <translation>
        <numerusform>{what} gains nothing clear by its {count} step: {before} % before, {after} % after.</numerusform>
        <numerusform>{what} gains nothing clear by its {count} steps: {before} % before, {after} % after.</numerusform>
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
      <source>{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms); most of that is there after {enough}.</source>
      <translation>
        <numerusform>{what} goes from {before} % before adapting to {after} % after {count} step ({milliseconds} ms); most of that is there after {enough}.</numerusform>
        <numerusform>{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms); most of that is there after {enough}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{what} was tried with {count} examples of each class only, so nothing is known about more.</source>
      <translation>
        <numerusform>{what} was tried with {count} example of each class only, so nothing is known about more.</numerusform>
        <numerusform>{what} was tried with {count} examples of each class only, so nothing is known about more.</numerusform>
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
