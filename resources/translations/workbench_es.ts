<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
  <context>
    <name>workbench</name>
    <message>
      <source>1.  Name the new classes below.</source>
      <translation>1.  Nombrar abajo las clases nuevas.</translation>
    </message>
    <message>
      <source>2.  Give each a few examples: drop files on it, or drag images there from the grid.</source>
      <translation>2.  Dar a cada una unos pocos ejemplos: soltar archivos sobre ella o arrastrar imágenes desde la cuadrícula.</translation>
    </message>
    <message>
      <source>3.  Check what is proposed. Without examples, label some with the keys 1 to 9.</source>
      <translation>3.  Comprobar las propuestas. Si no hay ejemplos, etiquetar algunas imágenes con las teclas 1 a 9.</translation>
    </message>
    <message>
      <source>&lt; {milliseconds} ms</source>
      <translation>&lt; {milliseconds} ms</translation>
    </message>
    <message>
      <source>A GPU was found and is used for training and labelling.</source>
      <translation>Se encontró una GPU y se usa para entrenar y etiquetar.</translation>
    </message>
    <message>
      <source>A class needs a name.</source>
      <translation>Una clase necesita un nombre.</translation>
    </message>
    <message>
      <source>A class that was to be given is no longer in the project.</source>
      <translation>Una clase que se iba a asignar ya no está en el proyecto.</translation>
    </message>
    <message>
      <source>A comparison asks all of them, and the baselines, the very same questions about classes that were set aside, and tells which are right more often.</source>
      <translation>Una comparación hace a todos, y a las referencias, exactamente las mismas preguntas sobre clases reservadas, y dice cuáles aciertan más.</translation>
    </message>
    <message>
      <source>A file (CSV) with a row for each class, named in its first column, and a column for each trait.</source>
      <translation>Un archivo (CSV) con una fila por clase, nombrada en la primera columna, y una columna por rasgo.</translation>
    </message>
    <message>
      <source>A folder inside the class folder is a specimen</source>
      <translation>Una carpeta dentro de la carpeta de la clase es un ejemplar</translation>
    </message>
    <message>
      <source>A folder of images to label</source>
      <translation>Una carpeta de imágenes por etiquetar</translation>
    </message>
    <message>
      <source>A folder whose sub-folders are classes with examples</source>
      <translation>Una carpeta cuyas subcarpetas son clases con ejemplos</translation>
    </message>
    <message>
      <source>A folder with one sub-folder for each class, a folder of such folders, or a pile of images without classes: the arrangement is found out by itself. Images are only read, never changed or moved.</source>
      <translation>Una carpeta con una subcarpeta por clase, una carpeta de carpetas así o un montón de imágenes sin etiquetar: la organización se averigua sola. Las imágenes solo se leen; no se modifican ni se mueven nunca.</translation>
    </message>
    <message>
      <source>A pile of images without classes, to be labelled</source>
      <translation>Un montón de imágenes sin etiquetar</translation>
    </message>
    <message>
      <source>A run has learned from these, so they are easy for it.</source>
      <translation>Un entrenamiento ha aprendido de ellas, así que le resultan fáciles.</translation>
    </message>
    <message>
      <source>A test draws many small tasks from classes that were set aside, and counts how often it is right.</source>
      <translation>Una prueba sortea muchas tareas pequeñas con clases reservadas y cuenta con qué frecuencia se acierta.</translation>
    </message>
    <message>
      <source>A turned class has traits of its own, which no table knows. Learn from traits without turning.</source>
      <translation>Una clase girada tiene rasgos propios que ninguna tabla conoce. Aprender de los rasgos sin girar imágenes.</translation>
    </message>
    <message>
      <source>About {time} for all {number}, {size} here</source>
      <translation>Aquí, alrededor de {time} para los {number} y {size}</translation>
    </message>
    <message>
      <source>About {time}, {size} here</source>
      <translation>Aquí, alrededor de {time} y {size}</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Aceptar</translation>
    </message>
    <message>
      <source>Accept (Enter)</source>
      <translation>Aceptar (Intro)</translation>
    </message>
    <message numerus="yes">
      <source>Accept all {count}</source>
      <translation>
        <numerusform>Aceptar {count}</numerusform>
        <numerusform>Aceptar las {count}</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept what is proposed</source>
      <translation>Aceptar lo propuesto</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Acierto</translation>
    </message>
    <message>
      <source>Accuracy by episode</source>
      <translation>Acierto por episodio</translation>
    </message>
    <message>
      <source>Accuracy by number of examples</source>
      <translation>Acierto según el número de ejemplos</translation>
    </message>
    <message>
      <source>Accuracy by step of adapting</source>
      <translation>Acierto según el paso de adaptación</translation>
    </message>
    <message>
      <source>Adam remembers from task to task</source>
      <translation>Adam recuerda de una tarea a otra</translation>
    </message>
    <message>
      <source>Adam without momentum</source>
      <translation>Adam sin momento</translation>
    </message>
    <message>
      <source>Add class</source>
      <translation>Añadir clase</translation>
    </message>
    <message>
      <source>Add examples</source>
      <translation>Añadir ejemplos</translation>
    </message>
    <message>
      <source>Add folder…</source>
      <translation>Añadir carpeta…</translation>
    </message>
    <message>
      <source>Add images…</source>
      <translation>Añadir imágenes…</translation>
    </message>
    <message>
      <source>Add the class {name}</source>
      <translation>Añadir la clase {name}</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Avanzado</translation>
    </message>
    <message>
      <source>All alike, in any number</source>
      <translation>Todas igual, sean cuantas sean</translation>
    </message>
    <message>
      <source>All classes</source>
      <translation>Todas las clases</translation>
    </message>
    <message>
      <source>All count alike</source>
      <translation>Todos cuentan por igual</translation>
    </message>
    <message>
      <source>All folders</source>
      <translation>Todas las carpetas</translation>
    </message>
    <message>
      <source>All of them: {role}</source>
      <translation>Todas: {role}</translation>
    </message>
    <message>
      <source>All options</source>
      <translation>Todas las opciones</translation>
    </message>
    <message>
      <source>All {done} images are decided</source>
      <translation>Todas las imágenes están decididas ({done})</translation>
    </message>
    <message>
      <source>Among more classes it is right less often, so the two curves are not about the same exam.</source>
      <translation>Entre más clases se acierta menos, así que las dos curvas no son del mismo examen.</translation>
    </message>
    <message>
      <source>An episode may hold classes of several imported folders.</source>
      <translation>Un episodio puede contener clases de varias carpetas importadas.</translation>
    </message>
    <message>
      <source>An episode needs at least two classes with an image each, and there are fewer. Import more classes, or give more classes this role.</source>
      <translation>Un episodio necesita al menos dos clases con una imagen cada una, y hay menos. Importar más clases o dar este rol a más clases.</translation>
    </message>
    <message>
      <source>An episode needs at least two classes with two images each, and there are fewer. Import more classes, or give more classes this role.</source>
      <translation>Un episodio necesita al menos dos clases con dos imágenes cada una, y hay menos. Importar más clases o dar este rol a más clases.</translation>
    </message>
    <message>
      <source>An example of which class?</source>
      <translation>¿Ejemplo de qué clase?</translation>
    </message>
    <message>
      <source>An export is under way.</source>
      <translation>Hay una exportación en curso.</translation>
    </message>
    <message>
      <source>An image that was to be labelled is no longer in the project.</source>
      <translation>Una imagen que se iba a etiquetar ya no está en el proyecto.</translation>
    </message>
    <message>
      <source>An image turned by 90, 180 or 270 degrees counts as another class; for characters.</source>
      <translation>Una imagen girada 90, 180 o 270 grados cuenta como otra clase; útil con letras y signos.</translation>
    </message>
    <message>
      <source>An option is given as NAME=VALUE, not as {given}.</source>
      <translation>Una opción se indica como NOMBRE=VALOR, no como {given}.</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Aspecto</translation>
    </message>
    <message>
      <source>Approximate: faster (first order)</source>
      <translation>Aproximados: más rápido (primer orden)</translation>
    </message>
    <message>
      <source>Arrows</source>
      <translation>Flechas</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Como el sistema</translation>
    </message>
    <message>
      <source>Ask all that is chosen, and the baselines, the very same questions</source>
      <translation>Hacer exactamente las mismas preguntas a todo lo elegido y a las referencias</translation>
    </message>
    <message>
      <source>Ask me next</source>
      <translation>Preguntar las siguientes</translation>
    </message>
    <message numerus="yes">
      <source>Asked {count}</source>
      <translation>
        <numerusform>Preguntadas {count}</numerusform>
        <numerusform>Preguntadas {count}</numerusform>
      </translation>
    </message>
    <message>
      <source>Automatic: from where the images lie</source>
      <translation>Automáticamente, según dónde están las imágenes</translation>
    </message>
    <message>
      <source>Baselines</source>
      <translation>Referencias</translation>
    </message>
    <message>
      <source>By angle</source>
      <translation>Por ángulo</translation>
    </message>
    <message>
      <source>By halves</source>
      <translation>A mitades</translation>
    </message>
    <message>
      <source>By these classes the best moment of a run was chosen, so their figure flatters it.</source>
      <translation>Con estas clases se eligió el mejor momento de un entrenamiento, así que la cifra lo favorece.</translation>
    </message>
    <message>
      <source>Can as much be expected of other classes? It is looked at whether the chosen run learned its classes by heart, how near the new classes lie, and how different the imported folders are.</source>
      <translation>¿Se puede esperar lo mismo con otras clases? Se mira si el entrenamiento elegido aprendió sus clases de memoria, a qué distancia quedan las clases nuevas y cuánto se diferencian las carpetas importadas.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>Cancel {name}</source>
      <translation>Cancelar: {name}</translation>
    </message>
    <message>
      <source>Change roles</source>
      <translation>Cambiar roles</translation>
    </message>
    <message>
      <source>Change the classes</source>
      <translation>Cambiar las clases</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Comprobar</translation>
    </message>
    <message>
      <source>Check whether it can begin</source>
      <translation>Ver si se puede empezar</translation>
    </message>
    <message>
      <source>Checking {path}</source>
      <translation>Comprobando {path}</translation>
    </message>
    <message>
      <source>Choose a cell or a row to see its images here.</source>
      <translation>Elegir una celda o una fila para ver aquí las imágenes.</translation>
    </message>
    <message>
      <source>Choose a folder of images</source>
      <translation>Elegir una carpeta de imágenes</translation>
    </message>
    <message>
      <source>Choose a folder, and say how it is arranged and which roles its classes get</source>
      <translation>Elegir una carpeta e indicar cómo está organizada y qué roles reciben las clases</translation>
    </message>
    <message>
      <source>Choose a row: the other tabs show its test then.</source>
      <translation>Al elegir una fila, las demás pestañas muestran su prueba.</translation>
    </message>
    <message>
      <source>Choose a table of traits</source>
      <translation>Elegir una tabla de rasgos</translation>
    </message>
    <message>
      <source>Choose a table…</source>
      <translation>Elegir una tabla…</translation>
    </message>
    <message>
      <source>Choose an approach at the left and press Start. From many small exams it learns how to learn new classes from a few examples.</source>
      <translation>Elegir un método a la izquierda y pulsar «Empezar». Con muchos exámenes pequeños aprende a aprender clases nuevas a partir de unos pocos ejemplos.</translation>
    </message>
    <message>
      <source>Choose another class</source>
      <translation>Elegir otra clase</translation>
    </message>
    <message>
      <source>Choose another table…</source>
      <translation>Elegir otra tabla…</translation>
    </message>
    <message>
      <source>Choose folder…</source>
      <translation>Elegir carpeta…</translation>
    </message>
    <message>
      <source>Choose it first: it is quick, it has little to set, and it stays good when new classes get more examples.</source>
      <translation>Conviene probarlo primero: es rápido, hay poco que ajustar y sigue siendo bueno cuando las clases nuevas reciben más ejemplos.</translation>
    </message>
    <message>
      <source>Choose it when examples come one at a time and answers are wanted from the first ones on.</source>
      <translation>Conviene cuando los ejemplos llegan de uno en uno y se quieren respuestas desde los primeros.</translation>
    </message>
    <message>
      <source>Choose it when experts can describe the classes in a table and some have no images yet.</source>
      <translation>Conviene cuando personas expertas pueden describir las clases en una tabla y algunas no tienen aún imágenes.</translation>
    </message>
    <message>
      <source>Choose it when new classes differ so much from those trained on that the network must learn to see them.</source>
      <translation>Conviene cuando las clases nuevas se diferencian tanto de las de entrenamiento que la red tiene que aprender a verlas.</translation>
    </message>
    <message>
      <source>Choose it when new classes look unlike those trained on and you have several examples of each.</source>
      <translation>Conviene cuando las clases nuevas no se parecen a las de entrenamiento y hay varios ejemplos de cada una.</translation>
    </message>
    <message>
      <source>Choose it when new classes should be learned in a few steps whose size you do not want to set yourself.</source>
      <translation>Conviene cuando las clases nuevas deben aprenderse en pocos pasos cuyo tamaño no se quiere fijar a mano.</translation>
    </message>
    <message>
      <source>Choose it when the images of a class look different from each other, as every example is asked by itself.</source>
      <translation>Conviene cuando las imágenes de una clase son distintas entre sí, porque se pregunta a cada ejemplo por separado.</translation>
    </message>
    <message>
      <source>Choose it when the network should change itself for each new image, and at once.</source>
      <translation>Conviene cuando la red debe cambiarse a sí misma para cada imagen nueva, y al momento.</translation>
    </message>
    <message>
      <source>Choose it when there are many images to train on, or with the pretrained network: it trains quickly, and is a good measure for the other approaches.</source>
      <translation>Conviene cuando hay muchas imágenes con las que entrenar o con la red preentrenada: se entrena rápido y es una buena medida para los demás enfoques.</translation>
    </message>
    <message>
      <source>Choose it when there is one example of each class, which is what it was made for.</source>
      <translation>Conviene cuando hay un ejemplo de cada clase, que es para lo que se hizo.</translation>
    </message>
    <message>
      <source>Choose one folder first.</source>
      <translation>Elegir antes una carpeta.</translation>
    </message>
    <message>
      <source>Choose runs at the left: they and the baselines get the very same questions, and a sentence says whether learning was worth it.</source>
      <translation>Elegir entrenamientos a la izquierda: se les hacen exactamente las mismas preguntas que a las referencias, y una frase dice si aprender ha merecido la pena.</translation>
    </message>
    <message>
      <source>Choose the folder they are in now; they are told by their content.</source>
      <translation>Elegir la carpeta donde están ahora; se reconocen por el contenido.</translation>
    </message>
    <message>
      <source>Choose the next images</source>
      <translation>Elegir qué preguntar</translation>
    </message>
    <message>
      <source>Choose what to test.</source>
      <translation>Elegir qué probar.</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Clase</translation>
    </message>
    <message>
      <source>Class folders</source>
      <translation>Carpetas por clase</translation>
    </message>
    <message>
      <source>Class {name} added</source>
      <translation>Clase {name} añadida</translation>
    </message>
    <message>
      <source>Class {name} removed</source>
      <translation>Clase {name} quitada</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Clases</translation>
    </message>
    <message>
      <source>Classes and their accuracy</source>
      <translation>Clases y acierto en cada una</translation>
    </message>
    <message>
      <source>Classes in a training episode (0: as many as in the test)</source>
      <translation>Clases por episodio de entrenamiento (0: tantas como en la prueba)</translation>
    </message>
    <message>
      <source>Classes it does not learn from</source>
      <translation>Clases de las que no aprende</translation>
    </message>
    <message numerus="yes">
      <source>Classes it does not learn from, after {count} episodes</source>
      <translation>
        <numerusform>Clases de las que no aprende, tras {count} episodio</numerusform>
        <numerusform>Clases de las que no aprende, tras {count} episodios</numerusform>
      </translation>
    </message>
    <message>
      <source>Classes set aside until now: the honest figure.</source>
      <translation>Clases reservadas hasta ahora: la cifra fiable.</translation>
    </message>
    <message>
      <source>Classes start</source>
      <translation>Las clases empiezan</translation>
    </message>
    <message>
      <source>Classifier</source>
      <translation>Clasificador</translation>
    </message>
    <message>
      <source>Click a cell, or move with the arrows and press Enter, to see its images.</source>
      <translation>Para ver las imágenes, pulsar una celda o moverse con las flechas y pulsar Intro.</translation>
    </message>
    <message>
      <source>Click to sort</source>
      <translation>Pulsar para ordenar</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Cerrar</translation>
    </message>
    <message>
      <source>Close project</source>
      <translation>Cerrar proyecto</translation>
    </message>
    <message>
      <source>Close this message</source>
      <translation>Cerrar este mensaje</translation>
    </message>
    <message numerus="yes">
      <source>Column {name}: {count} cells are no numbers, the first “{cell}” in the row {row}, so its values are read as categories. Write numbers, ranges such as 5-7, or ? where nothing is known.</source>
      <translation>
        <numerusform>Columna {name}: {count} celda no es un número, “{cell}” en la fila {row}, así que sus valores se leen como categorías. Conviene escribir números, intervalos como 5-7, o ? donde no se sepa nada.</numerusform>
        <numerusform>Columna {name}: {count} celdas no son números, la primera “{cell}” en la fila {row}, así que sus valores se leen como categorías. Conviene escribir números, intervalos como 5-7, o ? donde no se sepa nada.</numerusform>
      </translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparar</translation>
    </message>
    <message>
      <source>Compare images with the middle of the examples</source>
      <translation>Comparar las imágenes con el centro de los ejemplos</translation>
    </message>
    <message>
      <source>Compare what is chosen</source>
      <translation>Comparar lo elegido</translation>
    </message>
    <message>
      <source>Compared</source>
      <translation>Comparado</translation>
    </message>
    <message>
      <source>Comparing raw pixels</source>
      <translation>La comparación de píxeles sin procesar</translation>
    </message>
    <message>
      <source>Comparison</source>
      <translation>Comparación</translation>
    </message>
    <message>
      <source>Compute in bfloat16</source>
      <translation>Calcular en bfloat16</translation>
    </message>
    <message>
      <source>Confusion</source>
      <translation>Confusión</translation>
    </message>
    <message>
      <source>Confusions of all classes</source>
      <translation>Confusiones de todas las clases</translation>
    </message>
    <message>
      <source>Copies of the labelled images, one folder for each class. The images themselves stay where they are.</source>
      <translation>Copias de las imágenes etiquetadas, una carpeta por clase. Las imágenes originales se quedan donde están.</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>Copiar informe</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Coste</translation>
    </message>
    <message>
      <source>Cost: measuring…</source>
      <translation>Coste: midiendo…</translation>
    </message>
    <message>
      <source>Ctrl + click</source>
      <translation>Control + clic</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Oscuro</translation>
    </message>
    <message>
      <source>Decided by</source>
      <translation>Ejemplos decisivos</translation>
    </message>
    <message>
      <source>Decided by {names}</source>
      <translation>Ejemplos decisivos: {names}</translation>
    </message>
    <message>
      <source>Decided images</source>
      <translation>Imágenes decididas</translation>
    </message>
    <message>
      <source>Decided images count as further examples of their classes.</source>
      <translation>Las imágenes decididas cuentan como ejemplos adicionales de la clase correspondiente.</translation>
    </message>
    <message numerus="yes">
      <source>Decided {count}</source>
      <translation>
        <numerusform>Decididas {count}</numerusform>
        <numerusform>Decididas {count}</numerusform>
      </translation>
    </message>
    <message>
      <source>Decided: none of these classes</source>
      <translation>Decidido: ninguna de estas clases</translation>
    </message>
    <message>
      <source>Decided: unknown</source>
      <translation>Decidido: sin identificar</translation>
    </message>
    <message>
      <source>Decided: {name}</source>
      <translation>Decidido: {name}</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Dispositivo</translation>
    </message>
    <message>
      <source>Divide them: train, validation and test</source>
      <translation>Repartirlas: entrenamiento, validación y prueba</translation>
    </message>
    <message>
      <source>Do again</source>
      <translation>Rehacer</translation>
    </message>
    <message>
      <source>Done: the result is on the page Check, in the tab {tab}.</source>
      <translation>Listo: el resultado está en «Comprobar», en la pestaña «{tab}».</translation>
    </message>
    <message>
      <source>Drawing image {done} of {total}</source>
      <translation>Dibujando la imagen {done} de {total}</translation>
    </message>
    <message>
      <source>Drawing the example…</source>
      <translation>Dibujando el ejemplo…</translation>
    </message>
    <message>
      <source>Drop a folder of images here</source>
      <translation>Soltar aquí una carpeta de imágenes</translation>
    </message>
    <message>
      <source>Drop a folder of images to label</source>
      <translation>Soltar una carpeta de imágenes por etiquetar</translation>
    </message>
    <message>
      <source>Drop a folder, not single files.</source>
      <translation>Soltar una carpeta, no archivos sueltos.</translation>
    </message>
    <message>
      <source>Drop files on a class. A folder with a sub-folder for each class goes here.</source>
      <translation>Soltar archivos sobre una clase. Una carpeta con una subcarpeta por clase va aquí.</translation>
    </message>
    <message>
      <source>Drop folders here to import them</source>
      <translation>Soltar aquí carpetas para importarlas</translation>
    </message>
    <message>
      <source>Each counts for itself</source>
      <translation>Cada uno por sí solo</translation>
    </message>
    <message>
      <source>Each episode is a small exam: tell so many classes apart. Papers call it way.</source>
      <translation>Cada episodio es un pequeño examen: distinguir tantas clases. En los artículos se llama «way».</translation>
    </message>
    <message>
      <source>Each image is turned, slanted, sized and moved a little, in each episode otherwise. It takes a little longer, and helps where it would learn its images by heart.</source>
      <translation>Cada imagen se gira, se inclina, se escala y se desplaza un poco, en cada episodio de otro modo. Tarda algo más, y ayuda cuando se aprenderían las imágenes de memoria.</translation>
    </message>
    <message>
      <source>Each is asked the same: {way} classes at a time, {shot} ex. of each, {episodes} episodes; times on {device}.</source>
      <translation>A todos se les pregunta lo mismo: {way} clases a la vez, {shot} ej. de cada una, {episodes} episodios; tiempos en {device}.</translation>
    </message>
    <message>
      <source>Each on its own, as in the paper</source>
      <translation>Cada una a su manera, como en el artículo</translation>
    </message>
    <message>
      <source>Each sub-folder becomes a class, and its images examples.</source>
      <translation>Cada subcarpeta se convierte en una clase, y las imágenes que contiene, en ejemplos.</translation>
    </message>
    <message>
      <source>Each sub-folder is a class</source>
      <translation>Cada subcarpeta es una clase</translation>
    </message>
    <message>
      <source>Each sub-folder is a folder of its own, whose sub-folders are classes</source>
      <translation>Cada subcarpeta es una carpeta independiente cuyas subcarpetas son clases</translation>
    </message>
    <message>
      <source>Earlier tests</source>
      <translation>Pruebas anteriores</translation>
    </message>
    <message>
      <source>Earlier tests of {what}</source>
      <translation>Pruebas anteriores de {what}</translation>
    </message>
    <message>
      <source>Embedding</source>
      <translation>Representación</translation>
    </message>
    <message>
      <source>Enlarge</source>
      <translation>Ampliar</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Intro</translation>
    </message>
    <message>
      <source>Episode {done} of {total}</source>
      <translation>Episodio {done} de {total}</translation>
    </message>
    <message>
      <source>Episode {episode} of {total}</source>
      <translation>Episodio {episode} de {total}</translation>
    </message>
    <message>
      <source>Episode {episode} of {total}, best {best} % at {at}</source>
      <translation>Episodio {episode} de {total}; mejor acierto: {best} % en el episodio {at}</translation>
    </message>
    <message>
      <source>Episode {episode} of {total}, validation {share} % done</source>
      <translation>Episodio {episode} de {total}, validación hecha al {share} %</translation>
    </message>
    <message>
      <source>Episodes</source>
      <translation>Episodios</translation>
    </message>
    <message>
      <source>Episodes done</source>
      <translation>Episodios hechos</translation>
    </message>
    <message>
      <source>Episodes in a step</source>
      <translation>Episodios por paso</translation>
    </message>
    <message>
      <source>Evenly</source>
      <translation>De manera uniforme</translation>
    </message>
    <message>
      <source>Every class needs at least one example image, or traits. Add one of them, or take the class out.</source>
      <translation>Cada clase necesita al menos una imagen de ejemplo, o rasgos. Añadir una de las dos cosas o quitar la clase.</translation>
    </message>
    <message>
      <source>Every class needs at least one example image. Add one, or take the class out.</source>
      <translation>Cada clase necesita al menos una imagen de ejemplo. Añadir una o quitar la clase.</translation>
    </message>
    <message>
      <source>Every image is a specimen of its own</source>
      <translation>Cada imagen es un ejemplar distinto</translation>
    </message>
    <message>
      <source>Everything in {path} is saved, but part of it lies in {log}, because the disk did not take it ({reason}). Keep the two together, free some space and open the project again.</source>
      <translation>Todo lo de {path} está guardado, pero una parte está en {log} porque el disco no la admitió ({reason}). Mantener los dos archivos juntos, liberar espacio y volver a abrir el proyecto.</translation>
    </message>
    <message>
      <source>Everything is decided: there is nothing to ask.</source>
      <translation>Todo está decidido: no hay nada que preguntar.</translation>
    </message>
    <message>
      <source>Exact (second order)</source>
      <translation>Exactos (segundo orden)</translation>
    </message>
    <message>
      <source>Examine run {run}</source>
      <translation>Examinar el entrenamiento {run}</translation>
    </message>
    <message>
      <source>Examine the chosen run</source>
      <translation>Examinar el entrenamiento elegido</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Ejemplos</translation>
    </message>
    <message>
      <source>Examples from folder…</source>
      <translation>Ejemplos desde carpeta…</translation>
    </message>
    <message>
      <source>Examples it was given</source>
      <translation>Ejemplos que recibió</translation>
    </message>
    <message>
      <source>Examples of each class</source>
      <translation>Ejemplos por clase</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportar</translation>
    </message>
    <message>
      <source>Export labels</source>
      <translation>Exportar etiquetas</translation>
    </message>
    <message>
      <source>Export to {name}</source>
      <translation>Exportar a {name}</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportar…</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Fallido</translation>
    </message>
    <message>
      <source>Failed at episode {done} of {total}</source>
      <translation>Falló en el episodio {done} de {total}</translation>
    </message>
    <message>
      <source>Fastest</source>
      <translation>El más rápido</translation>
    </message>
    <message>
      <source>Fewer than {need} images: choose fewer examples and queries when training.</source>
      <translation>Menos de {need} imágenes: elegir menos ejemplos e imágenes de consulta al entrenar.</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Archivo</translation>
    </message>
    <message>
      <source>File name:</source>
      <translation>Nombre de archivo:</translation>
    </message>
    <message>
      <source>Files and reasons</source>
      <translation>Archivos y motivos</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>Buscar una clase</translation>
    </message>
    <message>
      <source>Find a class by its name and give it</source>
      <translation>Buscar una clase por el nombre y asignarla</translation>
    </message>
    <message>
      <source>Findings: {what}</source>
      <translation>Hallazgos: {what}</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>Terminado</translation>
    </message>
    <message numerus="yes">
      <source>Finished: {count} episodes in {time}</source>
      <translation>
        <numerusform>Terminado: {count} episodio en {time}</numerusform>
        <numerusform>Terminado: {count} episodios en {time}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Finished: {count} episodes in {time}; best {best} at episode {at}</source>
      <translation>
        <numerusform>Terminado: {count} episodio en {time}; mejor acierto: {best} en el episodio {at}</numerusform>
        <numerusform>Terminado: {count} episodios en {time}; mejor acierto: {best} en el episodio {at}</numerusform>
      </translation>
    </message>
    <message>
      <source>Five-shot</source>
      <translation>Cinco</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Carpeta</translation>
    </message>
    <message>
      <source>Follow the steps</source>
      <translation>Seguir los pasos</translation>
    </message>
    <message>
      <source>For each layer</source>
      <translation>Para cada capa</translation>
    </message>
    <message>
      <source>For each layer and step</source>
      <translation>Para cada capa y paso</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Formato</translation>
    </message>
    <message>
      <source>Getting ready</source>
      <translation>Preparando</translation>
    </message>
    <message>
      <source>Give a folder of examples, a table of traits, or both: the project has no table in which run {run} could read of a class.</source>
      <translation>Dar una carpeta de ejemplos, una tabla de rasgos o ambas: el proyecto no tiene una tabla en la que el entrenamiento {run} pueda leer de alguna clase.</translation>
    </message>
    <message>
      <source>Give that class</source>
      <translation>Asignar esa clase</translation>
    </message>
    <message>
      <source>Give the selected classes the role {role}</source>
      <translation>Dar a las clases seleccionadas el rol {role}</translation>
    </message>
    <message>
      <source>Go back to all that is to be decided</source>
      <translation>Volver a todo lo que queda por decidir</translation>
    </message>
    <message>
      <source>Go on exactly where you stopped.</source>
      <translation>Seguir exactamente donde se dejó.</translation>
    </message>
    <message>
      <source>Go to Images</source>
      <translation>Ir a Imágenes</translation>
    </message>
    <message>
      <source>Go to Label</source>
      <translation>Ir a Etiquetar</translation>
    </message>
    <message>
      <source>Go to another image</source>
      <translation>Ir a otra imagen</translation>
    </message>
    <message>
      <source>Gradients through the steps</source>
      <translation>Gradientes a través de los pasos</translation>
    </message>
    <message>
      <source>Groups of examples that the task is read from</source>
      <translation>Grupos de ejemplos de los que se lee la tarea</translation>
    </message>
    <message>
      <source>Guessing</source>
      <translation>Al azar</translation>
    </message>
    <message>
      <source>Guessing would be right more often, so do not rely on it.</source>
      <translation>Al azar se acertaría más a menudo: no conviene fiarse.</translation>
    </message>
    <message>
      <source>Guessing, among {way}</source>
      <translation>Al azar, entre {way}</translation>
    </message>
    <message>
      <source>Held-out classes: {done} of {total} episodes</source>
      <translation>Clases reservadas: {done} de {total} episodios</translation>
    </message>
    <message>
      <source>How different are the imported folders?</source>
      <translation>¿Cuánto se diferencian las carpetas importadas?</translation>
    </message>
    <message>
      <source>How different the folders are can be said where there are two with classes or more.</source>
      <translation>Cuánto se diferencian las carpetas se puede decir cuando hay dos o más con clases.</translation>
    </message>
    <message>
      <source>How different the folders are can be said where two of them have two classes or more.</source>
      <translation>Cuánto se diferencian las carpetas se puede decir cuando dos de ellas tienen dos clases o más.</translation>
    </message>
    <message>
      <source>How far each step changes the weights.</source>
      <translation>Cuánto cambia los pesos cada paso.</translation>
    </message>
    <message>
      <source>How far the start moves towards what was reached, instead of a learning rate</source>
      <translation>Cuánto se mueve el punto de partida hacia lo alcanzado, en lugar de una tasa de aprendizaje</translation>
    </message>
    <message>
      <source>How fast does it adapt? Runs that learn a new task step by step are followed: how right they are before, and after each step.</source>
      <translation>¿Con qué rapidez se adapta? Se sigue a los entrenamientos que aprenden una tarea nueva paso a paso: cuánto aciertan antes y después de cada paso.</translation>
    </message>
    <message>
      <source>How long it takes to adapt to the examples of one task, on this computer.</source>
      <translation>Cuánto tarda en adaptarse a los ejemplos de una tarea, en este equipo.</translation>
    </message>
    <message>
      <source>How long it takes to recognise one image then, on this computer.</source>
      <translation>Cuánto tarda después en reconocer una imagen, en este equipo.</translation>
    </message>
    <message>
      <source>How long it was trained, and what has to be kept to use it.</source>
      <translation>Cuánto duró su entrenamiento y qué hay que conservar para usarlo.</translation>
    </message>
    <message>
      <source>How many classes are told apart at a time. Papers call it way.</source>
      <translation>Cuántas clases se distinguen a la vez. En los artículos se llama «way».</translation>
    </message>
    <message>
      <source>How many episodes each step looks at before it changes the weights.</source>
      <translation>Cuántos episodios mira cada paso antes de cambiar los pesos.</translation>
    </message>
    <message>
      <source>How many examples are worth giving? What is chosen is tried with 1, 2, 3, 5 and 10 of each class.</source>
      <translation>¿Cuántos ejemplos merece la pena dar? Se prueba lo elegido con 1, 2, 3, 5 y 10 de cada clase.</translation>
    </message>
    <message>
      <source>How many exams it learns from; more take longer and are usually better.</source>
      <translation>De cuántos exámenes se aprende; con más tarda más y suele ser mejor.</translation>
    </message>
    <message>
      <source>How many further images of each class are asked about.</source>
      <translation>Por cuántas imágenes más de cada clase se pregunta.</translation>
    </message>
    <message>
      <source>How many further images of each class it must then recognise. Papers call it query.</source>
      <translation>Cuántas imágenes más de cada clase hay que reconocer después. En los artículos se llama «query».</translation>
    </message>
    <message>
      <source>How many labelled examples of each class are given; 0: none, only a table of traits. Papers call it shot.</source>
      <translation>Cuántos ejemplos etiquetados se dan de cada clase; 0: ninguno, solo una tabla de rasgos. En los artículos se llama «shot».</translation>
    </message>
    <message>
      <source>How many labelled images of each class it may look at first; 0: none, only a table of traits. Papers call it shot.</source>
      <translation>Cuántas imágenes etiquetadas de cada clase se pueden mirar antes; 0: ninguna, solo una tabla de rasgos. En los artículos se llama «shot».</translation>
    </message>
    <message>
      <source>How many small tests are drawn; more make the interval narrower.</source>
      <translation>Cuántas pruebas pequeñas se sortean; con más, el intervalo es más estrecho.</translation>
    </message>
    <message>
      <source>How many times the examples are read</source>
      <translation>Cuántas veces se leen los ejemplos</translation>
    </message>
    <message>
      <source>How near are the new classes?</source>
      <translation>¿A qué distancia quedan las clases nuevas?</translation>
    </message>
    <message>
      <source>How slowly use is forgotten</source>
      <translation>Con qué lentitud se olvida el uso</translation>
    </message>
    <message>
      <source>How the folder is arranged</source>
      <translation>Cómo está organizada la carpeta</translation>
    </message>
    <message>
      <source>How the learning rate falls</source>
      <translation>Cómo baja la tasa de aprendizaje</translation>
    </message>
    <message>
      <source>How traits are read</source>
      <translation>Cómo se leen los rasgos</translation>
    </message>
    <message>
      <source>If this folder was moved or renamed, say where it is now.</source>
      <translation>Si esta carpeta se movió o cambió de nombre, indicar dónde está ahora.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Imagen</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Imágenes</translation>
    </message>
    <message>
      <source>Images and labels enter the memory directly</source>
      <translation>Imágenes y etiquetas entran directamente en la memoria</translation>
    </message>
    <message numerus="yes">
      <source>Images have 1 or 3 channels (grey or colour), not {count}.</source>
      <translation>
        <numerusform>Las imágenes tienen 1 o 3 canales (gris o color), no {count}.</numerusform>
        <numerusform>Las imágenes tienen 1 o 3 canales (gris o color), no {count}.</numerusform>
      </translation>
    </message>
    <message>
      <source>Images in a step on a training task</source>
      <translation>Imágenes por paso en una tarea de entrenamiento</translation>
    </message>
    <message>
      <source>Images in a step on new classes (0: as many as there are classes)</source>
      <translation>Imágenes por paso en clases nuevas (0: tantas como clases haya)</translation>
    </message>
    <message>
      <source>Images of classes it has not learned from: what it finds alike lies close together.</source>
      <translation>Imágenes de clases de las que no ha aprendido: lo que le parece semejante queda cerca.</translation>
    </message>
    <message>
      <source>Images of each class in a training task (0: as in a test)</source>
      <translation>Imágenes por clase en una tarea de entrenamiento (0: como en la prueba)</translation>
    </message>
    <message>
      <source>Images of one specimen</source>
      <translation>Imágenes de un mismo ejemplar</translation>
    </message>
    <message>
      <source>Images of the chosen cell</source>
      <translation>Imágenes de la celda elegida</translation>
    </message>
    <message>
      <source>Images of the validation episode</source>
      <translation>Imágenes del episodio de validación</translation>
    </message>
    <message>
      <source>Images that vary need an encoder that is trained; {name} is frozen.</source>
      <translation>Las imágenes que varían necesitan un codificador que se entrene; {name} está congelado.</translation>
    </message>
    <message>
      <source>Images to label</source>
      <translation>Imágenes por etiquetar</translation>
    </message>
    <message>
      <source>Images to recognise</source>
      <translation>Imágenes por reconocer</translation>
    </message>
    <message>
      <source>Images vary a little</source>
      <translation>Las imágenes varían un poco</translation>
    </message>
    <message>
      <source>Images without classes, to be labelled.</source>
      <translation>Imágenes sin clase, por etiquetar.</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importar</translation>
    </message>
    <message>
      <source>Import a folder</source>
      <translation>Importar una carpeta</translation>
    </message>
    <message>
      <source>Import it otherwise…</source>
      <translation>Importar de otro modo…</translation>
    </message>
    <message>
      <source>Import otherwise…</source>
      <translation>Importar de otro modo…</translation>
    </message>
    <message>
      <source>Import {name}</source>
      <translation>Importar {name}</translation>
    </message>
    <message>
      <source>Imported folders</source>
      <translation>Carpetas importadas</translation>
    </message>
    <message>
      <source>In a test of its own it sees all queries together; here one at a time, as when labelling.</source>
      <translation>En una prueba propia ve todas las imágenes de consulta juntas; aquí, de una en una, como al etiquetar.</translation>
    </message>
    <message>
      <source>In a test, all queries of an episode are seen together</source>
      <translation>En la prueba se ven juntas todas las imágenes de un episodio</translation>
    </message>
    <message>
      <source>In combination</source>
      <translation>Combinados</translation>
    </message>
    <message>
      <source>In tests, look at all images together, as in the paper</source>
      <translation>En las pruebas, mirar juntas todas las imágenes, como en el artículo</translation>
    </message>
    <message>
      <source>Interrupted</source>
      <translation>Interrumpido</translation>
    </message>
    <message>
      <source>Interrupted at episode {done} of {total}</source>
      <translation>Interrumpido en el episodio {done} de {total}</translation>
    </message>
    <message>
      <source>Intervals over fewer than {least} episodes are rough. Ask more.</source>
      <translation>Los intervalos de menos de {least} episodios son toscos. Conviene pedir más.</translation>
    </message>
    <message>
      <source>Invented alphabets, drawn by the program: the whole job in a few minutes.</source>
      <translation>Alfabetos inventados, dibujados por el programa: todo el trabajo en unos minutos.</translation>
    </message>
    <message>
      <source>It cannot be expected to gain from more steps than it was trained with, and its training is slow when the examples change the whole network.</source>
      <translation>No cabe esperar que gane con más pasos que los de su entrenamiento, que es lento cuando los ejemplos cambian toda la red.</translation>
    </message>
    <message>
      <source>It cannot be read: {reason}.</source>
      <translation>No se puede leer: {reason}.</translation>
    </message>
    <message>
      <source>It cannot follow a class whose images look very different from each other, as it keeps only their middle.</source>
      <translation>No puede seguir a una clase cuyas imágenes son muy distintas entre sí, porque solo guarda su centro.</translation>
    </message>
    <message>
      <source>It cannot tell a good example from a bad one: by default a single wrongly labelled one can mislead it.</source>
      <translation>No puede distinguir un buen ejemplo de uno malo: salvo que se cambie, basta uno mal etiquetado para confundirlo.</translation>
    </message>
    <message>
      <source>It cannot tell classes apart whose traits are alike, and needs a table that describes those it learns from.</source>
      <translation>No puede distinguir clases cuyos rasgos son iguales, y necesita una tabla que describa aquellas de las que aprende.</translation>
    </message>
    <message>
      <source>It cannot treat all examples alike: their order matters a little, and classes with more of them are favoured.</source>
      <translation>No puede tratar igual a todos los ejemplos: su orden influye un poco, y las clases que tienen más salen favorecidas.</translation>
    </message>
    <message>
      <source>It cannot treat classes alike when they have unequal numbers of examples: those with more are favoured.</source>
      <translation>No puede tratar igual a clases con distinto número de ejemplos: favorece a las que tienen más.</translation>
    </message>
    <message>
      <source>It comes with the first validation.</source>
      <translation>Aparece con la primera validación.</translation>
    </message>
    <message>
      <source>It describes {described} of the {all} classes of this project.</source>
      <translation>Describe {described} de las {all} clases de este proyecto.</translation>
    </message>
    <message>
      <source>It gets better on its training classes than on new ones: the gap has grown from {before} to {gap} points.</source>
      <translation>Mejora más en sus clases de entrenamiento que en las nuevas: la distancia ha crecido de {before} a {gap} puntos.</translation>
    </message>
    <message>
      <source>It is</source>
      <translation>Es</translation>
    </message>
    <message>
      <source>It is no better than guessing, not even on the classes it was trained on: it has learned nothing yet. Train it longer, or another approach.</source>
      <translation>No acierta más que al azar, ni siquiera con las clases con las que se entrenó: aún no ha aprendido nada. Conviene entrenarlo más tiempo, o con otro enfoque.</translation>
    </message>
    <message>
      <source>It is not there, or is a link that leads nowhere.</source>
      <translation>No está ahí, o es un enlace que no lleva a ninguna parte.</translation>
    </message>
    <message>
      <source>It is not where it was last seen, or its content changed. If it moved, locate it.</source>
      <translation>No está donde se vio por última vez, o cambió el contenido. Si se movió, localizarla.</translation>
    </message>
    <message>
      <source>It is shown while a run learns.</source>
      <translation>Se muestra mientras un entrenamiento aprende.</translation>
    </message>
    <message>
      <source>It is slow to train and slow to label with, because every task trains the network anew.</source>
      <translation>Es lento al entrenar y lento al etiquetar, porque cada tarea entrena la red de nuevo.</translation>
    </message>
    <message>
      <source>It is sure of all that is left to decide: these are the least sure.</source>
      <translation>De todo lo que queda está seguro: estas son las menos seguras.</translation>
    </message>
    <message>
      <source>It knows no trait of some of these classes, and has no example of them.</source>
      <translation>De algunas de estas clases no conoce ningún rasgo ni tiene ejemplos.</translation>
    </message>
    <message>
      <source>It knows the classes it was trained on better than held-out ones by {points} ± {interval} points, and the gap grew from {early} to {late} points during training: it learns its classes by heart. Import more classes; training longer does not help.</source>
      <translation>Conoce las clases de entrenamiento mejor que las reservadas, por {points} ± {interval} puntos, y la diferencia creció de {early} a {late} puntos durante el entrenamiento: aprende sus clases de memoria. Importar más clases; entrenar más tiempo no ayuda.</translation>
    </message>
    <message>
      <source>It knows the classes it was trained on better than held-out ones by {points} ± {interval} points: more classes to train on would help most.</source>
      <translation>Conoce las clases de entrenamiento mejor que las reservadas, por {points} ± {interval} puntos: lo que más ayudaría son más clases con las que entrenar.</translation>
    </message>
    <message>
      <source>It needs long meta-training, and takes longer than others to learn new classes.</source>
      <translation>Necesita un metaentrenamiento largo y tarda más que otros en aprender clases nuevas.</translation>
    </message>
    <message>
      <source>It never practises learning from few examples, and does less well with one or two of each class.</source>
      <translation>Nunca practica aprender con pocos ejemplos y rinde menos con uno o dos de cada clase.</translation>
    </message>
    <message>
      <source>It tells only as many classes apart as it was made for; for more it has to be trained anew.</source>
      <translation>Solo distingue tantas clases como se previeron al crearlo; para más hay que entrenarlo de nuevo.</translation>
    </message>
    <message>
      <source>It tells the classes it was trained on apart, and held-out ones no better than by guessing: it learned its classes by heart. Import more classes; training longer does not help.</source>
      <translation>Distingue las clases con las que se entrenó, y las reservadas no más que al azar: se ha aprendido sus clases de memoria. Hay que importar más clases; entrenar más tiempo no ayuda.</translation>
    </message>
    <message>
      <source>It was cancelled; nothing of it was kept.</source>
      <translation>Se ha cancelado; no se conserva nada.</translation>
    </message>
    <message>
      <source>It was trained on {seen} of the {total} tested classes: this says nothing about new ones.</source>
      <translation>Se entrenó con {seen} de las {total} clases de la prueba: esto no dice nada de las nuevas.</translation>
    </message>
    <message>
      <source>Its best moment was chosen by these classes, which flatters it.</source>
      <translation>Su mejor momento se eligió con estas clases, lo que lo favorece.</translation>
    </message>
    <message>
      <source>Its content has changed since a person labelled it. Put the old file back, or give the new one another name.</source>
      <translation>El contenido ha cambiado desde que una persona la etiquetó. Volver a poner el archivo antiguo o dar otro nombre al nuevo.</translation>
    </message>
    <message>
      <source>Its content is no longer what was imported.</source>
      <translation>El contenido ya no es el que se importó.</translation>
    </message>
    <message>
      <source>Its content is no longer what was labelled.</source>
      <translation>El contenido ya no es el que se etiquetó.</translation>
    </message>
    <message>
      <source>Its images are gone from the project, or the test was made by an older version.</source>
      <translation>Las imágenes ya no están en el proyecto, o la prueba se hizo con una versión anterior.</translation>
    </message>
    <message>
      <source>JSON</source>
      <translation>JSON</translation>
    </message>
    <message>
      <source>JSON files (*.json)</source>
      <translation>Archivos JSON (*.json)</translation>
    </message>
    <message>
      <source>Keep training</source>
      <translation>Seguir entrenando</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Teclas</translation>
    </message>
    <message>
      <source>Keys (?)</source>
      <translation>Teclas (?)</translation>
    </message>
    <message>
      <source>Keys work on the selected images, while the grid has the focus.</source>
      <translation>Las teclas actúan sobre las imágenes seleccionadas mientras la cuadrícula tiene el foco.</translation>
    </message>
    <message>
      <source>Kind of file:</source>
      <translation>Tipo de archivo:</translation>
    </message>
    <message>
      <source>Kind of step</source>
      <translation>Tipo de paso</translation>
    </message>
    <message>
      <source>LSTM meta-learner</source>
      <translation>Metaaprendiz LSTM</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Etiquetar</translation>
    </message>
    <message>
      <source>Label without the mouse</source>
      <translation>Etiquetar sin ratón</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Etiquetas</translation>
    </message>
    <message>
      <source>Labels by class</source>
      <translation>Etiquetas por clase</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Idioma</translation>
    </message>
    <message>
      <source>Large network</source>
      <translation>Red grande</translation>
    </message>
    <message>
      <source>Larger and usually more accurate: learns from your images alone, and is slow without a GPU.</source>
      <translation>Más grande y normalmente con más acierto: aprende solo de las imágenes importadas y es lenta sin GPU.</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Aprender</translation>
    </message>
    <message>
      <source>Learn from what I decide</source>
      <translation>Aprender de lo decidido</translation>
    </message>
    <message>
      <source>Learn to tell classes with and without examples apart together</source>
      <translation>Aprender a distinguir juntas clases con y sin ejemplos</translation>
    </message>
    <message>
      <source>Learned</source>
      <translation>Aprendida</translation>
    </message>
    <message>
      <source>Learned, or learned by heart?</source>
      <translation>¿Aprendido, o aprendido de memoria?</translation>
    </message>
    <message>
      <source>Learning</source>
      <translation>Aprendiendo</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
      <source>Learning rate {rate}</source>
      <translation>Tasa de aprendizaje {rate}</translation>
    </message>
    <message>
      <source>Learns a network that a few examples are enough to retrain. For new classes the network itself is trained a little further, on their examples.</source>
      <translation>Aprende una red a la que bastan pocos ejemplos para volver a entrenarse. Para las clases nuevas se entrena la propia red un poco más, con sus ejemplos.</translation>
    </message>
    <message>
      <source>Learns from a table of traits, such as size, colour or shape, where the images of a class lie. A new class needs no example: its row in the table is enough, and examples make it surer.</source>
      <translation>Aprende de una tabla de rasgos, como tamaño, color o forma, dónde están las imágenes de una clase. Una clase nueva no necesita ejemplos: basta su fila de la tabla, y los ejemplos dan más seguridad.</translation>
    </message>
    <message>
      <source>Learns the rule by which a network corrects itself from its mistakes on a few examples. New classes are learned in a few steps of that rule.</source>
      <translation>Aprende la regla con la que una red se corrige a partir de sus errores en unos pocos ejemplos. Las clases nuevas se aprenden en unos pocos pasos de esa regla.</translation>
    </message>
    <message>
      <source>Learns to make quick corrections to itself from the mistakes it makes on the examples. For each new image it uses the corrections from the examples that resemble it most.</source>
      <translation>Aprende a corregirse con rapidez a partir de los errores que comete en los ejemplos. Con cada imagen nueva usa las correcciones de los ejemplos que más se le parecen.</translation>
    </message>
    <message>
      <source>Learns to place images so that those of one class lie close together. A new class is the middle of its few examples, and the nearest middle wins.</source>
      <translation>Aprende a situar las imágenes de modo que las de una misma clase queden cerca. Una clase nueva es el centro de sus pocos ejemplos, y gana el centro más cercano.</translation>
    </message>
    <message>
      <source>Learns to say whether two images show the same class or two different ones. A new image gets the class of the example it resembles most.</source>
      <translation>Aprende a decir si dos imágenes muestran la misma clase o dos distintas. Una imagen nueva recibe la clase del ejemplo al que más se parece.</translation>
    </message>
    <message>
      <source>Learns to tell all training classes apart, then keeps what it learned to see. New classes get a small classifier of their own, fitted to their examples.</source>
      <translation>Aprende a distinguir todas las clases de entrenamiento y conserva lo que aprendió a ver. Las clases nuevas reciben un pequeño clasificador propio, ajustado a los ejemplos.</translation>
    </message>
    <message>
      <source>Learns to weigh the examples by how much each resembles a new image. The class whose examples weigh most together wins.</source>
      <translation>Aprende a dar peso a los ejemplos según cuánto se parece cada uno a una imagen nueva. Gana la clase cuyos ejemplos pesan más en conjunto.</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation>Letras</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Claro</translation>
    </message>
    <message>
      <source>Limits</source>
      <translation>Límites</translation>
    </message>
    <message>
      <source>Linear</source>
      <translation>Lineal</translation>
    </message>
    <message>
      <source>List the images</source>
      <translation>Listar las imágenes</translation>
    </message>
    <message>
      <source>Load the learning library</source>
      <translation>Cargar la biblioteca de aprendizaje</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Cargando</translation>
    </message>
    <message>
      <source>Loading the learning library</source>
      <translation>Cargando la biblioteca de aprendizaje</translation>
    </message>
    <message>
      <source>Loading the learning library…</source>
      <translation>Cargando la biblioteca de aprendizaje…</translation>
    </message>
    <message>
      <source>Locate images in {folder}</source>
      <translation>Localizar imágenes en {folder}</translation>
    </message>
    <message numerus="yes">
      <source>Locate {count} missing images…</source>
      <translation>
        <numerusform>Localizar {count} imagen que falta…</numerusform>
        <numerusform>Localizar {count} imágenes que faltan…</numerusform>
      </translation>
    </message>
    <message>
      <source>Locate…</source>
      <translation>Localizar…</translation>
    </message>
    <message>
      <source>Look at the approaches</source>
      <translation>Examinar los métodos</translation>
    </message>
    <message>
      <source>Look at the images</source>
      <translation>Examinar las imágenes</translation>
    </message>
    <message>
      <source>Look at the images to label</source>
      <translation>Examinar las imágenes por etiquetar</translation>
    </message>
    <message>
      <source>Look at the labels</source>
      <translation>Examinar las etiquetas</translation>
    </message>
    <message>
      <source>Look at the project</source>
      <translation>Examinar el proyecto</translation>
    </message>
    <message>
      <source>Look at the table of traits</source>
      <translation>Mirar la tabla de rasgos</translation>
    </message>
    <message>
      <source>Look for a GPU</source>
      <translation>Buscar una GPU</translation>
    </message>
    <message>
      <source>Look for the nearest examples</source>
      <translation>Buscar los ejemplos más cercanos</translation>
    </message>
    <message>
      <source>Look in:</source>
      <translation>Buscar en:</translation>
    </message>
    <message>
      <source>Looking at {folder}</source>
      <translation>Examinando {folder}</translation>
    </message>
    <message>
      <source>Looking for a GPU…</source>
      <translation>Buscando GPU…</translation>
    </message>
    <message numerus="yes">
      <source>Looking: {count} files</source>
      <translation>
        <numerusform>Buscando: {count} archivo</numerusform>
        <numerusform>Buscando: {count} archivos</numerusform>
      </translation>
    </message>
    <message>
      <source>Looks at the examples (when they are read together)</source>
      <translation>Miradas a los ejemplos (cuando se leen en conjunto)</translation>
    </message>
    <message>
      <source>Looks for a start from which a few steps of ordinary training suffice to tell new classes apart. New classes are learned by taking such steps on their examples.</source>
      <translation>Busca un punto de partida desde el que bastan unos pasos de entrenamiento corriente para distinguir clases nuevas. Las clases nuevas se aprenden dando esos pasos con sus ejemplos.</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Pérdida</translation>
    </message>
    <message>
      <source>Loss by episode</source>
      <translation>Pérdida por episodio</translation>
    </message>
    <message>
      <source>MAML</source>
      <translation>MAML</translation>
    </message>
    <message>
      <source>Making {name}…</source>
      <translation>Creando {name}…</translation>
    </message>
    <message>
      <source>Matching Networks</source>
      <translation>Redes de emparejamiento</translation>
    </message>
    <message>
      <source>Measure the cost</source>
      <translation>Medir el coste</translation>
    </message>
    <message>
      <source>Measuring distances</source>
      <translation>Se miden distancias</translation>
    </message>
    <message>
      <source>Measuring how long a step takes</source>
      <translation>Midiendo cuánto tarda un paso</translation>
    </message>
    <message>
      <source>Measuring how long images take</source>
      <translation>Midiendo cuánto tardan las imágenes</translation>
    </message>
    <message>
      <source>Memory-augmented network (MANN)</source>
      <translation>Red con memoria (MANN)</translation>
    </message>
    <message>
      <source>Meta Networks</source>
      <translation>Metarredes</translation>
    </message>
    <message>
      <source>Meta-Learning Workbench</source>
      <translation>Meta-Learning Workbench</translation>
    </message>
    <message>
      <source>Meta-train classes are learned from, meta-validation classes choose when to stop, and meta-test classes are kept unseen until the end, so that the accuracy is that on classes the program never saw.</source>
      <translation>De las clases de entrenamiento se aprende, las de validación deciden cuándo parar y las de prueba no se ven hasta el final, de modo que el acierto es el obtenido con clases que el programa nunca vio.</translation>
    </message>
    <message>
      <source>Metric-based</source>
      <translation>Basados en métrica</translation>
    </message>
    <message>
      <source>Mix classes of different folders</source>
      <translation>Mezclar clases de carpetas distintas</translation>
    </message>
    <message>
      <source>Model-based</source>
      <translation>Basados en modelo</translation>
    </message>
    <message>
      <source>More classes to train on may help, more episodes hardly. The best weights are the ones kept.</source>
      <translation>Más clases con las que entrenar pueden ayudar; más episodios, apenas. Se conservan los mejores pesos.</translation>
    </message>
    <message>
      <source>Most classes it can tell apart (0: as many as in the test)</source>
      <translation>Máximo de clases que puede distinguir (0: tantas como en la prueba)</translation>
    </message>
    <message>
      <source>Most frequent confusions</source>
      <translation>Confusiones más frecuentes</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>Bajar</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>Subir</translation>
    </message>
    <message>
      <source>My project</source>
      <translation>Mi proyecto</translation>
    </message>
    <message>
      <source>Name of a new class</source>
      <translation>Nombre de clase nueva</translation>
    </message>
    <message>
      <source>Name of the class</source>
      <translation>Nombre de la clase</translation>
    </message>
    <message>
      <source>Named</source>
      <translation>Respuesta</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Red</translation>
    </message>
    <message>
      <source>New classes</source>
      <translation>Clases nuevas</translation>
    </message>
    <message>
      <source>New classes, among {way}</source>
      <translation>Clases nuevas, entre {way}</translation>
    </message>
    <message>
      <source>New folder (*)</source>
      <translation>Carpeta nueva (*)</translation>
    </message>
    <message>
      <source>New project…</source>
      <translation>Proyecto nuevo…</translation>
    </message>
    <message>
      <source>New run</source>
      <translation>Nuevo</translation>
    </message>
    <message>
      <source>Next image (right arrow)</source>
      <translation>Imagen siguiente (flecha derecha)</translation>
    </message>
    <message>
      <source>No GPU that torch can use was found. Its driver may be missing or too old.</source>
      <translation>No se encontró ninguna GPU que torch pueda usar. Puede que falte el controlador o que sea demasiado antiguo.</translation>
    </message>
    <message>
      <source>No approach beats the simple baseline here; use the baseline ({baseline}). The best of the others, {what}, differs from it by {points} ± {interval} points, which is not clear.</source>
      <translation>Aquí ningún método supera a la referencia sencilla; conviene usarla ({baseline}). El mejor de los demás, {what}, se diferencia de ella en {points} ± {interval} puntos, lo que no está claro.</translation>
    </message>
    <message>
      <source>No approach beats the simple baseline here; use the baseline ({baseline}). The best of the others, {what}, is worse by {points} ± {interval} points.</source>
      <translation>Aquí ningún método supera a la referencia sencilla; conviene usarla ({baseline}). El mejor de los demás, {what}, queda por debajo por {points} ± {interval} puntos.</translation>
    </message>
    <message>
      <source>No backup could be written to {folder} ({reason}). Check that folder and its disk.</source>
      <translation>No se pudo escribir ninguna copia de seguridad en {folder} ({reason}). Revisar esa carpeta y el disco.</translation>
    </message>
    <message>
      <source>No example yet: drop some here</source>
      <translation>Sin ejemplos todavía: soltar aquí algunos</translation>
    </message>
    <message>
      <source>No image in {folder} could be imported. The first: {path}: {reason}</source>
      <translation>No se pudo importar ninguna imagen de {folder}. La primera: {path}: {reason}</translation>
    </message>
    <message>
      <source>No image of this class can be read.</source>
      <translation>No se puede leer ninguna imagen de esta clase.</translation>
    </message>
    <message>
      <source>No image of this project was last seen in {folder}. Give the folder it was imported from.</source>
      <translation>Ninguna imagen de este proyecto se vio por última vez en {folder}. Indicar la carpeta desde la que se importó.</translation>
    </message>
    <message>
      <source>No run is chosen, so only the imported folders were looked at.</source>
      <translation>No hay ningún entrenamiento elegido: solo se han mirado las carpetas importadas.</translation>
    </message>
    <message>
      <source>No run yet. Choose an approach under New run and press Start.</source>
      <translation>Todavía no hay ningún entrenamiento. Elegir un método en «Nuevo» y pulsar «Empezar».</translation>
    </message>
    <message>
      <source>No sign of overfitting: it tells held-out classes apart as well as those it was trained on.</source>
      <translation>Sin indicios de sobreajuste: distingue las clases reservadas tan bien como aquellas con las que se entrenó.</translation>
    </message>
    <message>
      <source>No sign of overfitting: the accuracy on the classes it was trained on is {points} ± {interval} points above that on held-out ones.</source>
      <translation>Sin señales de sobreajuste: el acierto con las clases de entrenamiento está {points} ± {interval} puntos por encima del de las reservadas.</translation>
    </message>
    <message>
      <source>None of the chosen runs adapts in steps: each is there at once. MAML, for example, takes steps.</source>
      <translation>Ninguno de los entrenamientos elegidos se adapta por pasos: todos lo hacen de una vez. MAML, por ejemplo, da pasos.</translation>
    </message>
    <message>
      <source>None of the images can be read, for example {path}: {reason} If they moved, locate them.</source>
      <translation>No se puede leer ninguna de las imágenes, por ejemplo {path}: {reason} Si se movieron, localizarlas.</translation>
    </message>
    <message numerus="yes">
      <source>None of the {count} images last seen in {old} is in {new}. Choose the folder they are in now.</source>
      <translation>
        <numerusform>La única imagen ({count}) vista por última vez en {old} no está en {new}. Elegir la carpeta donde está ahora.</numerusform>
        <numerusform>Ninguna de las {count} imágenes vistas por última vez en {old} está en {new}. Elegir la carpeta donde están ahora.</numerusform>
      </translation>
    </message>
    <message>
      <source>None of them can be told from guessing, which is right in {chance} % of cases.</source>
      <translation>Ninguno se distingue del azar, que acierta en el {chance} % de los casos.</translation>
    </message>
    <message>
      <source>None of them could be tested on classes it had not seen.</source>
      <translation>Ninguno se ha podido probar con clases que no hubiera visto.</translation>
    </message>
    <message>
      <source>None of them is right as often as guessing, which is in {chance} % of cases.</source>
      <translation>Ninguno acierta tan a menudo como el azar, que acierta en el {chance} % de los casos.</translation>
    </message>
    <message>
      <source>None of these</source>
      <translation>Ninguna de estas</translation>
    </message>
    <message>
      <source>None of these classes</source>
      <translation>Ninguna de estas clases</translation>
    </message>
    <message>
      <source>None of these classes (X)</source>
      <translation>Ninguna de estas clases (X)</translation>
    </message>
    <message>
      <source>None, as in the paper</source>
      <translation>Ninguna, como en el artículo</translation>
    </message>
    <message>
      <source>Not at all</source>
      <translation>Constante</translation>
    </message>
    <message>
      <source>Not at all, as in the paper</source>
      <translation>De ningún modo, como en el artículo</translation>
    </message>
    <message>
      <source>Not proposed, as there is no example yet and no row in the table of traits: {names}.</source>
      <translation>No se proponen, porque aún no tienen ejemplos ni fila en la tabla de rasgos: {names}.</translation>
    </message>
    <message>
      <source>Not proposed, as there is no example yet: {names}.</source>
      <translation>Sin proponer, porque todavía no hay ningún ejemplo: {names}.</translation>
    </message>
    <message>
      <source>Not shown: {columns}. Make the window wider.</source>
      <translation>No caben: {columns}. Ensanchar la ventana.</translation>
    </message>
    <message>
      <source>Not tested yet: {what}</source>
      <translation>Sin probar todavía: {what}</translation>
    </message>
    <message>
      <source>Not yet proposed</source>
      <translation>Sin propuesta todavía</translation>
    </message>
    <message>
      <source>Nothing can be tested yet</source>
      <translation>Todavía no se puede probar nada</translation>
    </message>
    <message>
      <source>Nothing has been decided yet</source>
      <translation>Todavía no se ha decidido nada</translation>
    </message>
    <message>
      <source>Nothing has been decided yet. Accept some labels first.</source>
      <translation>Todavía no se ha decidido nada. Aceptar antes algunas etiquetas.</translation>
    </message>
    <message>
      <source>Nothing has been learned yet</source>
      <translation>Todavía no se ha aprendido nada</translation>
    </message>
    <message>
      <source>Nothing is known in the column {name}, so it is left out.</source>
      <translation>En la columna {name} no se sabe nada, así que queda fuera.</translation>
    </message>
    <message>
      <source>Nothing is proposed yet</source>
      <translation>Todavía no se propone nada</translation>
    </message>
    <message>
      <source>Nothing leaves this computer. Your images are never changed.</source>
      <translation>Nada sale de este ordenador. Las imágenes no se modifican nunca.</translation>
    </message>
    <message>
      <source>Nothing new: these are examples of {name} already.</source>
      <translation>Nada nuevo: ya son ejemplos de {name}.</translation>
    </message>
    <message>
      <source>Nothing of this could be found out about run {run}.</source>
      <translation>Nada de esto se ha podido averiguar del entrenamiento {run}.</translation>
    </message>
    <message>
      <source>Nothing that was found speaks against expecting of run {run} what its tests show.</source>
      <translation>Nada de lo hallado impide esperar del entrenamiento {run} lo que muestran sus pruebas.</translation>
    </message>
    <message>
      <source>Nothing was tested yet</source>
      <translation>Todavía no se ha probado nada</translation>
    </message>
    <message>
      <source>Numbers in a row of the memory</source>
      <translation>Números por fila de la memoria</translation>
    </message>
    <message>
      <source>Numbers of half the size: faster on newer GPUs, a little less exact.</source>
      <translation>Números de la mitad de tamaño: más rápido en GPU recientes, algo menos exacto.</translation>
    </message>
    <message>
      <source>Numbers that describe an image</source>
      <translation>Números que describen una imagen</translation>
    </message>
    <message>
      <source>Of all the times this class was asked about.</source>
      <translation>De todas las veces que se preguntó por esta clase.</translation>
    </message>
    <message>
      <source>Of several examples of a class</source>
      <translation>De varios ejemplos de una clase</translation>
    </message>
    <message numerus="yes">
      <source>Of the classes to learn from, {count} have traits in {table}, and at least two must. Does the table name the classes as their folders are named?</source>
      <translation>
        <numerusform>De las clases de las que aprender, {count} tiene rasgos en {table}, y deben tenerlos al menos dos. ¿Nombra la tabla las clases como se llaman sus carpetas?</numerusform>
        <numerusform>De las clases de las que aprender, {count} tienen rasgos en {table}, y deben tenerlos al menos dos. ¿Nombra la tabla las clases como se llaman sus carpetas?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Of the classes to test on, {count} have traits in {table}, and at least two must.</source>
      <translation>
        <numerusform>De las clases con las que probar, {count} tiene rasgos en {table}, y deben tenerlos al menos dos.</numerusform>
        <numerusform>De las clases con las que probar, {count} tienen rasgos en {table}, y deben tenerlos al menos dos.</numerusform>
      </translation>
    </message>
    <message>
      <source>On the very same questions, {what} is {differences}.</source>
      <translation>Con las mismas preguntas exactas, {what} queda {differences}.</translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes</source>
      <translation>
        <numerusform>En {count} clase</numerusform>
        <numerusform>En {count} clases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes by which its best moment was chosen, which flatters it</source>
      <translation>
        <numerusform>En {count} clase con la que se eligió su mejor momento, lo que lo favorece</numerusform>
        <numerusform>En {count} clases con las que se eligió su mejor momento, lo que lo favorece</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes it has never seen</source>
      <translation>
        <numerusform>En {count} clase que nunca ha visto</numerusform>
        <numerusform>En {count} clases que nunca ha visto</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes it was trained on</source>
      <translation>
        <numerusform>En {count} clase de la que aprendió</numerusform>
        <numerusform>En {count} clases de las que aprendió</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes, {trained} of which it was trained on</source>
      <translation>
        <numerusform>En {count} clase (de {trained} ya había aprendido)</numerusform>
        <numerusform>En {count} clases (de {trained} de ellas ya había aprendido)</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} test classes</source>
      <translation>
        <numerusform>En {count} clase de prueba</numerusform>
        <numerusform>En {count} clases de prueba</numerusform>
      </translation>
    </message>
    <message>
      <source>Once images have been given a class, or were looked at and set aside, their labels are exported here.</source>
      <translation>Cuando haya imágenes con una clase asignada, o vistas y apartadas, aquí se exportan las etiquetas.</translation>
    </message>
    <message>
      <source>One after another with the same episodes, to compare them afterwards.</source>
      <translation>Uno tras otro con los mismos episodios, para compararlos después.</translation>
    </message>
    <message>
      <source>One episode does not fit in the memory of the device. Choose smaller images, fewer ways or queries, or another device.</source>
      <translation>Un episodio no cabe en la memoria del dispositivo. Elegir imágenes más pequeñas, menos vías o imágenes de consulta, u otro dispositivo.</translation>
    </message>
    <message>
      <source>One file that holds all your work except the images themselves.</source>
      <translation>Un solo archivo con todo el trabajo, salvo las propias imágenes.</translation>
    </message>
    <message>
      <source>One image is too few: an episode needs an example and another image to ask about.</source>
      <translation>Una sola imagen es poco: un episodio necesita un ejemplo y otra imagen por la que preguntar.</translation>
    </message>
    <message>
      <source>One image later, as in the paper</source>
      <translation>Una imagen después, como en el artículo</translation>
    </message>
    <message>
      <source>One line for each image, for spreadsheets and statistics programs.</source>
      <translation>Una línea por imagen, para hojas de cálculo y programas de estadística.</translation>
    </message>
    <message>
      <source>One-shot</source>
      <translation>Uno</translation>
    </message>
    <message>
      <source>Only baselines were compared; the best is {what}. Train an approach to see what learning adds.</source>
      <translation>Solo se han comparado referencias; la mejor es {what}. Entrenar un método para ver qué aporta aprender.</translation>
    </message>
    <message>
      <source>Only confusions</source>
      <translation>Solo confusiones</translation>
    </message>
    <message>
      <source>Only folders can be imported. Put the images in a folder and drop that.</source>
      <translation>Solo se pueden importar carpetas. Poner las imágenes en una carpeta y soltarla.</translation>
    </message>
    <message>
      <source>Open a project</source>
      <translation>Abrir un proyecto</translation>
    </message>
    <message>
      <source>Open backups folder</source>
      <translation>Abrir carpeta de copias</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Abrir carpeta</translation>
    </message>
    <message>
      <source>Open log folder</source>
      <translation>Abrir carpeta de registros</translation>
    </message>
    <message>
      <source>Open project…</source>
      <translation>Abrir proyecto…</translation>
    </message>
    <message>
      <source>Opening {name}…</source>
      <translation>Abriendo {name}…</translation>
    </message>
    <message>
      <source>Optimisation-based</source>
      <translation>Basados en optimización</translation>
    </message>
    <message>
      <source>Order of reading and writing</source>
      <translation>Orden de lectura y escritura</translation>
    </message>
    <message>
      <source>Patience</source>
      <translation>Paciencia</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pausar</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>En pausa</translation>
    </message>
    <message>
      <source>Paused at episode {done} of {total}</source>
      <translation>En pausa en el episodio {done} de {total}</translation>
    </message>
    <message>
      <source>Penalty on large weights of the linear classifier</source>
      <translation>Penalización de los pesos grandes del clasificador lineal</translation>
    </message>
    <message>
      <source>Per class</source>
      <translation>Por clase</translation>
    </message>
    <message>
      <source>Place the images</source>
      <translation>Situar las imágenes</translation>
    </message>
    <message>
      <source>Places of the images</source>
      <translation>Posición de las imágenes</translation>
    </message>
    <message>
      <source>Places read and written at each step</source>
      <translation>Lugares que se leen y escriben en cada paso</translation>
    </message>
    <message>
      <source>Placing the images…</source>
      <translation>Situando las imágenes…</translation>
    </message>
    <message>
      <source>Plain</source>
      <translation>Simple</translation>
    </message>
    <message>
      <source>Points more or less than the best baseline on the same episodes, with the 95 % interval.</source>
      <translation>Puntos por encima o por debajo de la mejor referencia en los mismos episodios, con el intervalo del 95 %.</translation>
    </message>
    <message>
      <source>Press and hold</source>
      <translation>Mantener pulsado</translation>
    </message>
    <message>
      <source>Press and hold to take this folder out of the project. Its files stay where they are.</source>
      <translation>Mantener pulsado para quitar esta carpeta del proyecto. Los archivos se quedan donde están.</translation>
    </message>
    <message>
      <source>Pretrained network</source>
      <translation>Red preentrenada</translation>
    </message>
    <message>
      <source>Pretrained network (no training needed)</source>
      <translation>Red preentrenada (sin entrenar)</translation>
    </message>
    <message>
      <source>Previous image (left arrow)</source>
      <translation>Imagen anterior (flecha izquierda)</translation>
    </message>
    <message>
      <source>Projects (*.mlwb)</source>
      <translation>Proyectos (*.mlwb)</translation>
    </message>
    <message>
      <source>Propose</source>
      <translation>Proponer</translation>
    </message>
    <message>
      <source>Propose labels</source>
      <translation>Proponer etiquetas</translation>
    </message>
    <message>
      <source>Prototypical Networks</source>
      <translation>Redes prototípicas</translation>
    </message>
    <message>
      <source>Queries</source>
      <translation>Consultas</translation>
    </message>
    <message>
      <source>Query</source>
      <translation>Consulta</translation>
    </message>
    <message>
      <source>Raw pixels</source>
      <translation>Píxeles sin procesar</translation>
    </message>
    <message>
      <source>Raw pixels are compared as they are: no network places them.</source>
      <translation>Los píxeles sin procesar se comparan tal como están: ninguna red los sitúa.</translation>
    </message>
    <message>
      <source>Read all examples together</source>
      <translation>Leer todos los ejemplos en conjunto</translation>
    </message>
    <message>
      <source>Read first</source>
      <translation>Leer primero</translation>
    </message>
    <message>
      <source>Read images</source>
      <translation>Leer imágenes</translation>
    </message>
    <message>
      <source>Read the curve</source>
      <translation>Leer la curva</translation>
    </message>
    <message>
      <source>Read the runs</source>
      <translation>Leer los entrenamientos</translation>
    </message>
    <message>
      <source>Read the tests</source>
      <translation>Leer las pruebas</translation>
    </message>
    <message>
      <source>Reads the examples one after another and notes them in a memory. A new image calls back the notes on examples like it, and their class wins.</source>
      <translation>Lee los ejemplos uno tras otro y los anota en una memoria. Una imagen nueva evoca las notas de los ejemplos parecidos, y gana su clase.</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Motivo</translation>
    </message>
    <message>
      <source>Recent projects</source>
      <translation>Proyectos recientes</translation>
    </message>
    <message>
      <source>Reject: it is none of the classes</source>
      <translation>Rechazar: no es de ninguna de las clases</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Quitar</translation>
    </message>
    <message>
      <source>Remove class</source>
      <translation>Quitar clase</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Cambiar nombre</translation>
    </message>
    <message>
      <source>Rename a class</source>
      <translation>Cambiar el nombre de una clase</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Informe</translation>
    </message>
    <message>
      <source>Reptile</source>
      <translation>Reptile</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Reanudar</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>Correctas</translation>
    </message>
    <message>
      <source>Right in so many of cases, with the 95 % interval over episodes.</source>
      <translation>En cuántos de los casos acierta, con el intervalo del 95 % entre episodios.</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rol</translation>
    </message>
    <message>
      <source>Roles of its classes</source>
      <translation>Roles de las clases</translation>
    </message>
    <message>
      <source>Rotated classes need an encoder that is trained; {name} is frozen.</source>
      <translation>Las clases giradas necesitan una red que se entrene; {name} está congelada.</translation>
    </message>
    <message>
      <source>Row {row} of {table} belongs to a row of {parent} that is not there.</source>
      <translation>La fila {row} de {table} corresponde a una fila de {parent} que no existe.</translation>
    </message>
    <message>
      <source>Rows of the memory</source>
      <translation>Filas de la memoria</translation>
    </message>
    <message>
      <source>Rows: what it is. Columns: what it was named.</source>
      <translation>Filas: lo que es. Columnas: la respuesta.</translation>
    </message>
    <message>
      <source>Run {run}</source>
      <translation>Entrenamiento {run}</translation>
    </message>
    <message>
      <source>Run {run} ended before anything of it was saved, so it cannot be used. Train a new one.</source>
      <translation>El entrenamiento {run} terminó antes de guardar nada y no se puede usar. Hacer otro entrenamiento.</translation>
    </message>
    <message>
      <source>Run {run} is learning from {name}. Wait until it is done, or stop it.</source>
      <translation>El entrenamiento {run} está aprendiendo de {name}. Esperar a que termine o detenerlo.</translation>
    </message>
    <message>
      <source>Run {run} is no better than guessing: {accuracy} % right among {way} classes it had not seen, with {shot} of each as examples. Do not rely on its proposals: train it longer, or let another run propose.</source>
      <translation>El entrenamiento {run} no acierta más que al azar: {accuracy} % entre {way} clases que no había visto, con {shot} de cada una como ejemplos. No hay que fiarse de sus propuestas: conviene entrenarlo más tiempo o dejar que proponga otro.</translation>
    </message>
    <message>
      <source>Run {run} is not finished: it has learned from {episode} of {episodes} episodes so far.</source>
      <translation>El entrenamiento {run} no ha terminado: por ahora ha aprendido de {episode} de {episodes} episodios.</translation>
    </message>
    <message>
      <source>Run {run} was never tested on classes it has not seen, so it is not known how far its proposals can be trusted. Test it first.</source>
      <translation>El entrenamiento {run} nunca se ha probado con clases que no ha visto, así que no se sabe hasta qué punto fiarse de sus propuestas. Conviene probarlo antes.</translation>
    </message>
    <message>
      <source>Run {run} was never tested without examples on classes it has not seen, so it is not known how far its proposals can be trusted. Test it with 0 examples first.</source>
      <translation>El entrenamiento {run} nunca se ha probado sin ejemplos con clases que no ha visto, así que no se sabe hasta qué punto fiarse de sus propuestas. Conviene probarlo antes con 0 ejemplos.</translation>
    </message>
    <message>
      <source>Run {run} was only tested without examples, so it is not known how far its proposals can be trusted where there are some. Test it with examples first.</source>
      <translation>El entrenamiento {run} solo se ha probado sin ejemplos, así que no se sabe hasta qué punto fiarse de sus propuestas cuando los hay. Conviene probarlo antes con ejemplos.</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>Entrenamientos</translation>
    </message>
    <message>
      <source>Runs ({number})</source>
      <translation>Entrenamientos ({number})</translation>
    </message>
    <message>
      <source>Runs learn from meta-train classes: this says little of classes that are new.</source>
      <translation>Los entrenamientos aprenden de las clases de metaentrenamiento: esto dice poco de las que son nuevas.</translation>
    </message>
    <message>
      <source>Save everything and end; the run stays in the list and can be resumed from there.</source>
      <translation>Guardar todo y terminar; el entrenamiento se queda en la lista y se puede reanudar desde ahí.</translation>
    </message>
    <message>
      <source>Save everything and stop here; Resume goes on exactly from there.</source>
      <translation>Guardar todo y parar aquí; con «Reanudar» se sigue exactamente desde ahí.</translation>
    </message>
    <message>
      <source>Save it, end it here, and begin the next; it can be resumed later.</source>
      <translation>Guardarlo, terminarlo aquí y empezar el siguiente; se puede reanudar después.</translation>
    </message>
    <message>
      <source>Saving, then it pauses…</source>
      <translation>Guardando antes de la pausa…</translation>
    </message>
    <message>
      <source>Scale of the similarity</source>
      <translation>Escala de la similitud</translation>
    </message>
    <message>
      <source>Scale of the vectors</source>
      <translation>Escala de los vectores</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Semilla</translation>
    </message>
    <message>
      <source>Seed {seed}</source>
      <translation>Semilla {seed}</translation>
    </message>
    <message>
      <source>Select a range</source>
      <translation>Seleccionar un intervalo</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>Seleccionar todo</translation>
    </message>
    <message>
      <source>Select classes to give them a role.</source>
      <translation>Seleccionar clases para darles un rol.</translation>
    </message>
    <message>
      <source>Select one more, or one less</source>
      <translation>Seleccionar una más o una menos</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Ajustes</translation>
    </message>
    <message>
      <source>Several folders are called {name}, in different Unicode forms; they became one class.</source>
      <translation>Varias carpetas se llaman {name}, en formas Unicode distintas; se convirtieron en una sola clase.</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Proporción</translation>
    </message>
    <message>
      <source>Sharpness of reading</source>
      <translation>Nitidez de la lectura</translation>
    </message>
    <message>
      <source>Shift + arrows or click</source>
      <translation>Mayús + flechas o clic</translation>
    </message>
    <message>
      <source>Shots</source>
      <translation>Ejemplos</translation>
    </message>
    <message>
      <source>Show an image</source>
      <translation>Mostrar una imagen</translation>
    </message>
    <message>
      <source>Show everything</source>
      <translation>Mostrar todo</translation>
    </message>
    <message>
      <source>Show skipped</source>
      <translation>Ver los omitidos</translation>
    </message>
    <message>
      <source>Show the few images that would teach it most: uncertain ones, unlike each other.</source>
      <translation>Mostrar las pocas imágenes que más enseñarían: dudosas y distintas entre sí.</translation>
    </message>
    <message>
      <source>Show the files that were not taken, and why</source>
      <translation>Mostrar los archivos que no se importaron y por qué</translation>
    </message>
    <message>
      <source>Show this list</source>
      <translation>Mostrar esta lista</translation>
    </message>
    <message>
      <source>Siamese Networks</source>
      <translation>Redes siamesas</translation>
    </message>
    <message>
      <source>Size of a step</source>
      <translation>Tamaño de un paso</translation>
    </message>
    <message>
      <source>Size of a step before training</source>
      <translation>Tamaño de un paso antes de entrenar</translation>
    </message>
    <message>
      <source>Size of a step of the classifier</source>
      <translation>Tamaño de un paso del clasificador</translation>
    </message>
    <message>
      <source>Size of a step of the network</source>
      <translation>Tamaño de un paso de la red</translation>
    </message>
    <message>
      <source>Size of such a step</source>
      <translation>Tamaño de cada uno de esos pasos</translation>
    </message>
    <message>
      <source>Size of the network that decides the steps</source>
      <translation>Tamaño de la red que decide los pasos</translation>
    </message>
    <message>
      <source>Size of the networks that read gradients</source>
      <translation>Tamaño de las redes que leen gradientes</translation>
    </message>
    <message>
      <source>Size of the pictures</source>
      <translation>Tamaño de las imágenes</translation>
    </message>
    <message>
      <source>Skip this one</source>
      <translation>Saltar este</translation>
    </message>
    <message>
      <source>Skipped files</source>
      <translation>Archivos omitidos</translation>
    </message>
    <message>
      <source>Small and fast: learns from your images alone, also without a GPU.</source>
      <translation>Pequeña y rápida: aprende solo de las imágenes importadas, también sin GPU.</translation>
    </message>
    <message>
      <source>Small network</source>
      <translation>Red pequeña</translation>
    </message>
    <message>
      <source>Smoothly</source>
      <translation>Gradual</translation>
    </message>
    <message>
      <source>Something else is chosen at the left: {what}. These are not its findings.</source>
      <translation>A la izquierda se eligió otra cosa: {what}. Estos hallazgos no son suyos.</translation>
    </message>
    <message>
      <source>Something unexpected went wrong</source>
      <translation>Algo salió mal, y no debería haber ocurrido</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>Algo salió mal</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Espacio</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Rapidez</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Empezar</translation>
    </message>
    <message>
      <source>Start test</source>
      <translation>Empezar prueba</translation>
    </message>
    <message numerus="yes">
      <source>Start {count} trainings</source>
      <translation>
        <numerusform>Empezar {count} entrenamiento</numerusform>
        <numerusform>Empezar {count} entrenamientos</numerusform>
      </translation>
    </message>
    <message>
      <source>Steps of adapting</source>
      <translation>Pasos de adaptación</translation>
    </message>
    <message>
      <source>Steps of fitting the classifier</source>
      <translation>Pasos de ajuste del clasificador</translation>
    </message>
    <message>
      <source>Steps of training the whole network on the examples (0: none)</source>
      <translation>Pasos de entrenar toda la red con los ejemplos (0: ninguno)</translation>
    </message>
    <message>
      <source>Steps on a training task</source>
      <translation>Pasos en una tarea de entrenamiento</translation>
    </message>
    <message>
      <source>Steps on new classes</source>
      <translation>Pasos en clases nuevas</translation>
    </message>
    <message>
      <source>Steps on new examples (0: as many as while training)</source>
      <translation>Pasos con ejemplos nuevos (0: tantos como al entrenar)</translation>
    </message>
    <message>
      <source>Steps on the examples of new classes (0: as many as while training)</source>
      <translation>Pasos con los ejemplos de clases nuevas (0: tantos como al entrenar)</translation>
    </message>
    <message>
      <source>Steps on the examples while training</source>
      <translation>Pasos con los ejemplos al entrenar</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Detener</translation>
    </message>
    <message>
      <source>Stop and keep</source>
      <translation>Detener y conservar</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Detenido</translation>
    </message>
    <message>
      <source>Stopped at episode {done} of {total}</source>
      <translation>Detenido en el episodio {done} de {total}</translation>
    </message>
    <message>
      <source>Stopped: nothing is proposed.</source>
      <translation>Detenido: no se propone nada.</translation>
    </message>
    <message>
      <source>Stopping keeps everything learned so far; it can be resumed at exactly this point.</source>
      <translation>Al detenerlo se conserva todo lo aprendido hasta ahora; se puede reanudar exactamente en este punto.</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Deteniendo…</translation>
    </message>
    <message>
      <source>Store the table of traits</source>
      <translation>Guardar la tabla de rasgos</translation>
    </message>
    <message>
      <source>Table (CSV)</source>
      <translation>Tabla (CSV)</translation>
    </message>
    <message>
      <source>Table of traits</source>
      <translation>Tabla de rasgos</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>Tablas</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>Tablas (*.csv)</translation>
    </message>
    <message>
      <source>Take this example out</source>
      <translation>Quitar este ejemplo</translation>
    </message>
    <message>
      <source>Take this folder out again and import it in another arrangement or with other roles</source>
      <translation>Quitar esta carpeta e importarla con otra organización o con otros roles</translation>
    </message>
    <message>
      <source>Take {name} off this list</source>
      <translation>Quitar {name} de esta lista</translation>
    </message>
    <message>
      <source>Take {name} out</source>
      <translation>Quitar {name}</translation>
    </message>
    <message>
      <source>Tasks have {way} classes, and the network would tell at most {most} apart. Choose a larger number of classes it can tell apart, or fewer classes in a task.</source>
      <translation>Las tareas tienen {way} clases y la red distinguiría como mucho {most}. Elegir un número mayor de clases que pueda distinguir, o menos clases por tarea.</translation>
    </message>
    <message>
      <source>Teach it with the image classes you have; it then labels new ones from a few examples, and you decide.</source>
      <translation>Aprende con las clases de imágenes disponibles; después etiqueta clases nuevas a partir de unos pocos ejemplos, y la persona decide.</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Prueba</translation>
    </message>
    <message>
      <source>Test classes</source>
      <translation>Clases de prueba</translation>
    </message>
    <message>
      <source>Test device</source>
      <translation>Probar el dispositivo</translation>
    </message>
    <message>
      <source>Test raw pixels with the same settings to see what learning adds.</source>
      <translation>Probar los píxeles sin procesar con los mismos ajustes para ver qué aporta aprender.</translation>
    </message>
    <message>
      <source>Test {what}</source>
      <translation>Probar: {what}</translation>
    </message>
    <message>
      <source>Testing {name}</source>
      <translation>Probando {name}</translation>
    </message>
    <message>
      <source>Testing…</source>
      <translation>Probando…</translation>
    </message>
    <message>
      <source>That cannot be told from guessing.</source>
      <translation>Eso no se distingue de acertar al azar.</translation>
    </message>
    <message>
      <source>That did not happen in this test.</source>
      <translation>Eso no ocurrió en esta prueba.</translation>
    </message>
    <message>
      <source>The CPU was chosen.</source>
      <translation>Se eligió la CPU.</translation>
    </message>
    <message numerus="yes">
      <source>The CPU works: {count} billion operations a second.</source>
      <translation>
        <numerusform>La CPU funciona: {count} mil millones de operaciones por segundo.</numerusform>
        <numerusform>La CPU funciona: {count} mil millones de operaciones por segundo.</numerusform>
      </translation>
    </message>
    <message>
      <source>The GPU computes.</source>
      <translation>Se calcula en la GPU.</translation>
    </message>
    <message>
      <source>The cache folder {folder} cannot be used: {reason}. Check that it may be read and written.</source>
      <translation>No se puede usar la carpeta de caché {folder}: {reason}. Comprobar que haya permiso para leerla y escribir en ella.</translation>
    </message>
    <message>
      <source>The cache in {folder} was changed by another program. Please try again.</source>
      <translation>Otro programa modificó la caché de {folder}. Intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>The class {name} has no readable example, and no traits that run {run} can read. Add one of them, or take the class out.</source>
      <translation>La clase {name} no tiene ningún ejemplo legible ni rasgos que el entrenamiento {run} pueda leer. Añadir una de las dos cosas o quitar la clase.</translation>
    </message>
    <message>
      <source>The class {name} in {folder} has no readable example. Add an image, or take the folder out.</source>
      <translation>La clase {name} de {folder} no tiene ningún ejemplo legible. Añadir una imagen o quitar la carpeta.</translation>
    </message>
    <message numerus="yes">
      <source>The classes are those of {table}, the project's own table of traits: {count} classes.</source>
      <translation>
        <numerusform>Las clases son las de {table}, la tabla de rasgos del propio proyecto: {count} clase.</numerusform>
        <numerusform>Las clases son las de {table}, la tabla de rasgos del propio proyecto: {count} clases.</numerusform>
      </translation>
    </message>
    <message>
      <source>The classes that the run was trained on are gone, or none can be read.</source>
      <translation>Las clases con las que se hizo el entrenamiento ya no están, o no se puede leer ninguna.</translation>
    </message>
    <message>
      <source>The classifier alone: faster (ANIL)</source>
      <translation>Solo el clasificador: más rápido (ANIL)</translation>
    </message>
    <message>
      <source>The classifier and the last block of the network</source>
      <translation>El clasificador y el último bloque de la red</translation>
    </message>
    <message>
      <source>The classifier only (fast)</source>
      <translation>Solo el clasificador (rápido)</translation>
    </message>
    <message numerus="yes">
      <source>The columns of {table} have {count} categories together, which is too much.</source>
      <translation>
        <numerusform>Las columnas de {table} tienen en total {count} categoría, y es demasiado.</numerusform>
        <numerusform>Las columnas de {table} tienen en total {count} categorías, y son demasiadas.</numerusform>
      </translation>
    </message>
    <message>
      <source>The content of {path} is no longer what was imported.</source>
      <translation>El contenido de {path} ya no es el que se importó.</translation>
    </message>
    <message>
      <source>The curve ends at {shots} examples: half the classes have {images} images or fewer, and some have to be left to ask about.</source>
      <translation>La curva termina en {shots} ejemplos: la mitad de las clases tienen {images} imágenes o menos, y hay que dejar algunas por las que preguntar.</translation>
    </message>
    <message numerus="yes">
      <source>The device's memory is full: from now on {count} episodes go through at once.</source>
      <translation>
        <numerusform>La memoria del dispositivo está llena: a partir de ahora pasa {count} episodio cada vez.</numerusform>
        <numerusform>La memoria del dispositivo está llena: a partir de ahora pasan {count} episodios a la vez.</numerusform>
      </translation>
    </message>
    <message>
      <source>The device's memory is full: the picture of the embedding is no longer drawn.</source>
      <translation>La memoria del dispositivo está llena: ya no se dibuja la imagen de la representación.</translation>
    </message>
    <message>
      <source>The disk did not read or write {path} ({reason}). Check that the disk is connected, then try again.</source>
      <translation>El disco no leyó o no escribió {path} ({reason}). Comprobar que el disco está conectado e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>The disk of the cache folder {folder} is full: {needed} MB are needed, {free} MB are free. Free some space and try again.</source>
      <translation>El disco de la carpeta de caché {folder} está lleno: hacen falta {needed} MB y hay {free} MB libres. Liberar espacio e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>The disk that holds {path} is full ({free} MB are free), so this was not saved. Free some space and try again.</source>
      <translation>El disco que contiene {path} está lleno ({free} MB libres), así que esto no se guardó. Liberar espacio e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>The example project came with a few images of each new character.</source>
      <translation>El proyecto de ejemplo trae unas pocas imágenes de cada carácter nuevo.</translation>
    </message>
    <message>
      <source>The example {path} is left out: {reason}</source>
      <translation>El ejemplo {path} queda fuera: {reason}</translation>
    </message>
    <message>
      <source>The export was stopped; nothing was written.</source>
      <translation>Se detuvo la exportación; no se escribió nada.</translation>
    </message>
    <message>
      <source>The file ends too early.</source>
      <translation>El archivo termina antes de tiempo.</translation>
    </message>
    <message>
      <source>The file has {megabytes} megabytes; the largest that is read has {limit}.</source>
      <translation>El archivo tiene {megabytes} megabytes; el mayor que se lee tiene {limit}.</translation>
    </message>
    <message>
      <source>The file is damaged, or of a variety that is not read.</source>
      <translation>El archivo está dañado o es de una variedad que no se lee.</translation>
    </message>
    <message>
      <source>The file is empty.</source>
      <translation>El archivo está vacío.</translation>
    </message>
    <message>
      <source>The file is not inside the folder of a class.</source>
      <translation>El archivo no está dentro de la carpeta de una clase.</translation>
    </message>
    <message>
      <source>The file name up to its last _ or - names the specimen, as in fish12_3.jpg</source>
      <translation>El nombre del archivo hasta el último _ o - identifica el ejemplar, como en pez12_3.jpg</translation>
    </message>
    <message>
      <source>The first images will be here in a moment.</source>
      <translation>Las primeras imágenes aparecerán aquí en un momento.</translation>
    </message>
    <message>
      <source>The first labels</source>
      <translation>Las primeras etiquetas</translation>
    </message>
    <message>
      <source>The first row of {path} is taken for the names of the traits, although these are numbers. If it describes a class, put a row of names above it.</source>
      <translation>La primera fila de {path} se toma como los nombres de los rasgos, aunque sean números. Si describe una clase, poner encima una fila de nombres.</translation>
    </message>
    <message>
      <source>The first row of {path} must name the traits, but it reads as a class and its traits ({name}: {cell}). Put a row of names above it.</source>
      <translation>La primera fila de {path} debe dar nombre a los rasgos, pero parece una clase y sus rasgos ({name}: {cell}). Poner encima una fila de nombres.</translation>
    </message>
    <message>
      <source>The first row of {table} must name the traits, but it begins with the class {name}, which would be lost. Put a row of names above it, or write another word in its first cell.</source>
      <translation>La primera fila de {table} debe dar nombre a los rasgos, pero empieza por la clase {name}, que se perdería. Poner encima una fila de nombres, o escribir otra palabra en su primera celda.</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be read. Check that you may open it, or choose another.</source>
      <translation>No se puede leer la carpeta {folder}. Comprobar que haya permiso para abrirla o elegir otra.</translation>
    </message>
    <message>
      <source>The gap between the classes it was trained on and held-out ones grew from {early} to {late} points during training, though its best moment is not far off: {points} ± {interval} points.</source>
      <translation>La diferencia entre las clases de entrenamiento y las reservadas creció de {early} a {late} puntos durante el entrenamiento, aunque en su mejor momento no es grande: {points} ± {interval} puntos.</translation>
    </message>
    <message>
      <source>The image has {megapixels} megapixels; the largest that is read has {limit}.</source>
      <translation>La imagen tiene {megapixels} megapíxeles; la mayor que se lee tiene {limit}.</translation>
    </message>
    <message>
      <source>The images are being looked at. Labelling can begin meanwhile.</source>
      <translation>Se están examinando las imágenes. Entretanto se puede empezar a etiquetar.</translation>
    </message>
    <message>
      <source>The images of this run's classes have changed since it began: it goes on with those of today.</source>
      <translation>Las imágenes de las clases de este entrenamiento han cambiado desde que empezó: continúa con las actuales.</translation>
    </message>
    <message>
      <source>The images were not placed.</source>
      <translation>Las imágenes no se situaron.</translation>
    </message>
    <message>
      <source>The import of {name} was stopped. What was saved stays; importing it again goes on from there.</source>
      <translation>Se detuvo la importación de {name}. Lo guardado se queda; al volver a importar, se sigue desde ahí.</translation>
    </message>
    <message>
      <source>The learning rate is above 0, not {value}.</source>
      <translation>La tasa de aprendizaje es mayor que 0, no {value}.</translation>
    </message>
    <message>
      <source>The least confidence goes from 0 to 1, not {value}.</source>
      <translation>La confianza mínima va de 0 a 1, no {value}.</translation>
    </message>
    <message>
      <source>The loss is no longer a number at episode {episode}. {advice}</source>
      <translation>La pérdida ha dejado de ser un número en el episodio {episode}. {advice}</translation>
    </message>
    <message>
      <source>The memory grows where there are more examples than it can hold</source>
      <translation>La memoria crece cuando hay más ejemplos de los que caben</translation>
    </message>
    <message>
      <source>The most similar counts</source>
      <translation>Cuenta el más parecido</translation>
    </message>
    <message>
      <source>The network that turns an image into numbers.</source>
      <translation>La red que convierte una imagen en números.</translation>
    </message>
    <message>
      <source>The new classes lie {ratio} times as far from what was trained on as held-out classes do: expect less than tests show.</source>
      <translation>Las clases nuevas quedan {ratio} veces más lejos de lo entrenado que las clases reservadas: cabe esperar menos de lo que muestran las pruebas.</translation>
    </message>
    <message>
      <source>The new images lie {ratio} times as far from what was trained on as images of held-out classes do: expect less than tests show.</source>
      <translation>Las imágenes nuevas quedan {ratio} veces más lejos de lo entrenado que las imágenes de clases reservadas: cabe esperar menos de lo que muestran las pruebas.</translation>
    </message>
    <message>
      <source>The numbers of examples begin at 1.</source>
      <translation>Los números de ejemplos empiezan en 1.</translation>
    </message>
    <message>
      <source>The pretrained network</source>
      <translation>La red preentrenada</translation>
    </message>
    <message>
      <source>The pretrained network was not trained on classes of this project.</source>
      <translation>La red preentrenada no se entrenó con clases de este proyecto.</translation>
    </message>
    <message>
      <source>The pretrained network was trained on none of these classes, so nothing is near or far to it.</source>
      <translation>La red preentrenada no se entrenó con ninguna de estas clases, así que nada queda cerca ni lejos de ella.</translation>
    </message>
    <message>
      <source>The program made a mistake and the training ended. What was saved can be resumed.</source>
      <translation>El programa cometió un error y el entrenamiento terminó. Lo guardado se puede reanudar.</translation>
    </message>
    <message>
      <source>The project has no table of traits, so classes need an example. Give it one.</source>
      <translation>El proyecto no tiene tabla de rasgos, así que las clases necesitan un ejemplo. Darle una tabla.</translation>
    </message>
    <message>
      <source>The project has no table of traits: classes are told apart by their examples alone.</source>
      <translation>El proyecto no tiene tabla de rasgos: las clases se distinguen solo por sus ejemplos.</translation>
    </message>
    <message>
      <source>The run had no meta-validation classes, so it cannot be said how it does on others.</source>
      <translation>El entrenamiento no tuvo clases de validación, así que no se puede decir cómo le va con otras.</translation>
    </message>
    <message>
      <source>The same facts for programs, with nothing rounded.</source>
      <translation>Los mismos datos para programas, sin redondear nada.</translation>
    </message>
    <message>
      <source>The same seed and settings give the same run again.</source>
      <translation>La misma semilla y los mismos ajustes dan otra vez el mismo entrenamiento.</translation>
    </message>
    <message>
      <source>The sample cannot be written to {folder}: {reason}. Choose another place or free some space.</source>
      <translation>No se puede escribir el ejemplo en {folder}: {reason}. Elegir otro lugar o liberar espacio.</translation>
    </message>
    <message>
      <source>The share of meta-validation classes goes from 0 to {most}, not {value}.</source>
      <translation>La proporción de clases de meta-validación va de 0 a {most}, no {value}.</translation>
    </message>
    <message>
      <source>The size of a step is learned</source>
      <translation>El tamaño de un paso se aprende</translation>
    </message>
    <message>
      <source>The stored weights do not fit this approach. Restore the project from a backup.</source>
      <translation>Los pesos guardados no corresponden a este método. Restaurar el proyecto desde una copia de seguridad.</translation>
    </message>
    <message>
      <source>The stronger the colour, the larger the share of the row.</source>
      <translation>Cuanto más intenso el color, mayor la proporción de la fila.</translation>
    </message>
    <message>
      <source>The system cannot read it: {reason}.</source>
      <translation>El sistema no puede leerlo: {reason}.</translation>
    </message>
    <message>
      <source>The test of most episodes with so many classes and examples, with its 95 % interval.</source>
      <translation>La prueba con más episodios entre las de tantas clases y ejemplos, con su intervalo del 95 %.</translation>
    </message>
    <message>
      <source>The test of {what} was cancelled; nothing of it was kept.</source>
      <translation>Prueba cancelada: {what}; no se conservó nada de ella.</translation>
    </message>
    <message>
      <source>The test takes about a second.</source>
      <translation>La prueba dura alrededor de un segundo.</translation>
    </message>
    <message>
      <source>The traits in {table} tell none of the classes to learn from apart. Add columns that differ.</source>
      <translation>Los rasgos de {table} no distinguen ninguna de las clases de las que aprender. Añadir columnas que difieran.</translation>
    </message>
    <message>
      <source>The weights of run {run} are damaged. Restore the project from a backup.</source>
      <translation>Los pesos del entrenamiento {run} están dañados. Restaurar el proyecto desde una copia de seguridad.</translation>
    </message>
    <message>
      <source>The weights of run {run} at episode {episode} ({kind}) are not the ones that were saved.</source>
      <translation>Los pesos del entrenamiento {run} en el episodio {episode} ({kind}) no son los que se guardaron.</translation>
    </message>
    <message>
      <source>The weights of this run are no longer numbers. Train it again.</source>
      <translation>Los pesos de este entrenamiento ya no son números. Entrenar de nuevo.</translation>
    </message>
    <message>
      <source>The whole network</source>
      <translation>Toda la red</translation>
    </message>
    <message>
      <source>The whole network, as in the paper (slow)</source>
      <translation>Toda la red, como en el artículo (lento)</translation>
    </message>
    <message>
      <source>The window needs system libraries that are not installed. Install them with: {command}</source>
      <translation>La ventana necesita bibliotecas del sistema que no están instaladas. Instalarlas con: {command}</translation>
    </message>
    <message>
      <source>The window opens one project at a time. Give it only {file}.</source>
      <translation>La ventana abre un solo proyecto a la vez. Indicar únicamente {file}.</translation>
    </message>
    <message numerus="yes">
      <source>The {count} imported folders differ much (diversity {value} of 1): what is learned from them should hold for many kinds of images.</source>
      <translation>
        <numerusform>La {count} carpeta importada es muy variada (diversidad {value} de 1): lo que se aprende de ella debería valer para muchos tipos de imágenes.</numerusform>
        <numerusform>Las {count} carpetas importadas se diferencian mucho (diversidad {value} de 1): lo que se aprende de ellas debería valer para muchos tipos de imágenes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The {count} imported folders differ somewhat (diversity {value} of 1).</source>
      <translation>
        <numerusform>La {count} carpeta importada es algo variada (diversidad {value} de 1).</numerusform>
        <numerusform>Las {count} carpetas importadas se diferencian algo (diversidad {value} de 1).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The {count} imported folders look alike (diversity {value} of 1): what is learned from them holds for such images, and may not for others. Import other kinds of images to prepare for more.</source>
      <translation>
        <numerusform>La {count} carpeta importada es poco variada (diversidad {value} de 1): lo que se aprende de ella vale para esas imágenes, y quizá no para otras. Importar otros tipos de imágenes para abarcar más.</numerusform>
        <numerusform>Las {count} carpetas importadas se parecen (diversidad {value} de 1): lo que se aprende de ellas vale para esas imágenes, y quizá no para otras. Importar otros tipos de imágenes para abarcar más.</numerusform>
      </translation>
    </message>
    <message>
      <source>The {kind} checkpoint of run {run} does not hold weights.</source>
      <translation>El punto guardado «{kind}» del entrenamiento {run} no contiene pesos.</translation>
    </message>
    <message>
      <source>Then: {approaches}</source>
      <translation>Después: {approaches}</translation>
    </message>
    <message>
      <source>There are no classes it does not learn from, so there is nothing to show here.</source>
      <translation>No hay clases de las que no aprenda, así que aquí no hay nada que mostrar.</translation>
    </message>
    <message>
      <source>There are no held-out classes to compare with. Give some classes of the folders it learned from the role of meta-validation, and train again.</source>
      <translation>No hay clases reservadas con las que comparar. Dar el rol de validación a algunas clases de las carpetas de las que aprendió y volver a entrenar.</translation>
    </message>
    <message>
      <source>There are no images in {folder}.</source>
      <translation>No hay imágenes en {folder}.</translation>
    </message>
    <message>
      <source>There are no images in {folder}. Choose a folder that holds images.</source>
      <translation>No hay imágenes en {folder}. Elegir una carpeta que contenga imágenes.</translation>
    </message>
    <message>
      <source>There are no images of that role. Import folders of classes first.</source>
      <translation>No hay imágenes con ese rol. Importar antes carpetas de clases.</translation>
    </message>
    <message>
      <source>There are no images to label. Import a folder of images without classes.</source>
      <translation>No hay imágenes por etiquetar. Importar una carpeta de imágenes sin clases.</translation>
    </message>
    <message>
      <source>There are no labels to export yet.</source>
      <translation>Todavía no hay etiquetas que exportar.</translation>
    </message>
    <message>
      <source>There are no meta-validation classes: the newest weights are kept, not the best.</source>
      <translation>No hay clases de validación: se conservan los pesos más recientes, no los mejores.</translation>
    </message>
    <message>
      <source>There are no meta-validation or meta-test classes to show. Give classes one of these roles.</source>
      <translation>No hay clases de validación ni de prueba que mostrar. Dar a algunas clases uno de estos roles.</translation>
    </message>
    <message numerus="yes">
      <source>There are only {count} {role} classes, fewer than the {way} of an episode; episodes take what there is. Import more classes, or give more classes this role.</source>
      <translation>
        <numerusform>Hay solo {count} clase con el rol {role}, menos que las {way} de un episodio; los episodios toman lo que hay. Importar más clases, o dar este rol a más clases.</numerusform>
        <numerusform>Hay solo {count} clases con el rol {role}, menos que las {way} de un episodio; los episodios toman lo que hay. Importar más clases, o dar este rol a más clases.</numerusform>
      </translation>
    </message>
    <message>
      <source>There is a class {name} already. Choose another name.</source>
      <translation>Ya hay una clase {name}. Elegir otro nombre.</translation>
    </message>
    <message>
      <source>There is no approach {name}. The approaches are: {names}.</source>
      <translation>No existe el método {name}. Los métodos son: {names}.</translation>
    </message>
    <message>
      <source>There is no class with the key {key}.</source>
      <translation>Ninguna clase tiene la tecla {key}.</translation>
    </message>
    <message>
      <source>There is no comparison {number} in this project.</source>
      <translation>No existe la comparación {number} en este proyecto.</translation>
    </message>
    <message>
      <source>There is no device {name}. The devices are: {names}.</source>
      <translation>No existe el dispositivo {name}. Los dispositivos son: {names}.</translation>
    </message>
    <message>
      <source>There is no display here to show a window on. Run `python main.py demo` for the main job in the terminal, or `python main.py --help` for every command.</source>
      <translation>Aquí no hay pantalla en la que mostrar una ventana. Ejecutar `python main.py demo` para hacer lo principal en la terminal, o `python main.py --help` para ver todas las órdenes.</translation>
    </message>
    <message>
      <source>There is no encoder {name}. The encoders are: {names}.</source>
      <translation>No existe la red {name}. Las redes son: {names}.</translation>
    </message>
    <message>
      <source>There is no file {path}. Check its name.</source>
      <translation>No existe el archivo {path}. Revisar el nombre.</translation>
    </message>
    <message>
      <source>There is no folder {folder}. Make it first, or choose another.</source>
      <translation>No existe la carpeta {folder}. Crearla antes o elegir otra.</translation>
    </message>
    <message>
      <source>There is no option {name} here. The options are: {names}.</source>
      <translation>Aquí no existe la opción {name}. Las opciones son: {names}.</translation>
    </message>
    <message>
      <source>There is no proposal to accept here. A digit or the first letters of a class give that class.</source>
      <translation>Aquí no hay ninguna propuesta que aceptar. Con una cifra o las primeras letras de una clase se asigna esa clase.</translation>
    </message>
    <message>
      <source>There is no run {run} in this project.</source>
      <translation>No existe el entrenamiento {run} en este proyecto.</translation>
    </message>
    <message>
      <source>There is no test {number} in this project.</source>
      <translation>No existe la prueba {number} en este proyecto.</translation>
    </message>
    <message>
      <source>There is not enough memory to read this file.</source>
      <translation>No hay memoria suficiente para leer este archivo.</translation>
    </message>
    <message>
      <source>There is not enough memory to read this image.</source>
      <translation>No hay memoria suficiente para leer esta imagen.</translation>
    </message>
    <message>
      <source>There is nothing new to this run: it was trained on all of these classes.</source>
      <translation>Para este entrenamiento no hay nada nuevo: se entrenó con todas estas clases.</translation>
    </message>
    <message>
      <source>There is nothing to compare. Train an approach, or choose a baseline.</source>
      <translation>No hay nada que comparar. Entrenar un método o elegir una referencia.</translation>
    </message>
    <message>
      <source>There is nothing to do again.</source>
      <translation>No hay nada que rehacer.</translation>
    </message>
    <message>
      <source>There is nothing to undo.</source>
      <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
      <source>These would teach it most</source>
      <translation>Las que más enseñarían</translation>
    </message>
    <message>
      <source>They need no classes: you name those here, and give each a few examples.</source>
      <translation>No necesitan clases: se nombran aquí, y cada una recibe unos pocos ejemplos.</translation>
    </message>
    <message>
      <source>This approach can learn with 0 examples, too: {name}.</source>
      <translation>Este método también puede aprender con 0 ejemplos: «{name}».</translation>
    </message>
    <message>
      <source>This approach has no learning rate: its own options say how far it moves.</source>
      <translation>Este método no tiene tasa de aprendizaje: sus propias opciones dicen cuánto se mueve.</translation>
    </message>
    <message>
      <source>This build of torch computes on the CPU only.</source>
      <translation>Esta versión de torch solo calcula en la CPU.</translation>
    </message>
    <message>
      <source>This class is no longer in the project.</source>
      <translation>Esta clase ya no está en el proyecto.</translation>
    </message>
    <message>
      <source>This comparison</source>
      <translation>Esta comparación</translation>
    </message>
    <message>
      <source>This could not be found out.</source>
      <translation>No se pudo averiguar.</translation>
    </message>
    <message>
      <source>This folder is not there any more. If it moved, locate it.</source>
      <translation>Esta carpeta ya no está ahí. Si se movió, localizarla.</translation>
    </message>
    <message>
      <source>This folder was reached before by another way, through a link.</source>
      <translation>A esta carpeta ya se llegó antes por otro camino, a través de un enlace.</translation>
    </message>
    <message>
      <source>This is about examples: choose at least one example of each class.</source>
      <translation>Aquí se trata de ejemplos: hay que elegir al menos un ejemplo de cada clase.</translation>
    </message>
    <message>
      <source>This is not a PNG, JPEG, WebP, TIFF, BMP or GIF image, or its beginning is damaged.</source>
      <translation>No es una imagen PNG, JPEG, WebP, TIFF, BMP o GIF, o está dañado el comienzo.</translation>
    </message>
    <message>
      <source>This is not a file that holds data, but a folder, a pipe, a socket or a device.</source>
      <translation>No es un archivo con datos, sino una carpeta, una tubería, un socket o un dispositivo.</translation>
    </message>
    <message>
      <source>This network was made to tell at most {most} classes apart, and there are {way}. Take classes out, or train again with a larger number of classes it can tell apart.</source>
      <translation>Esta red se hizo para distinguir como mucho {most} clases, y hay {way}. Quitar clases, o entrenar de nuevo con un número mayor de clases que pueda distinguir.</translation>
    </message>
    <message>
      <source>This project has no meta-train classes. Import folders of classes first.</source>
      <translation>Este proyecto no tiene clases de entrenamiento. Importar antes carpetas de clases.</translation>
    </message>
    <message>
      <source>This project has no run yet. Train an approach first, or use the pretrained network.</source>
      <translation>Este proyecto no tiene todavía ningún entrenamiento. Entrenar antes un método o usar la red preentrenada.</translation>
    </message>
    <message>
      <source>This project has no {role} classes. Import folders, or give classes that role.</source>
      <translation>Este proyecto no tiene clases con el rol {role}. Importar carpetas o dar ese rol a algunas clases.</translation>
    </message>
    <message>
      <source>This run has an output for each of {most} classes and cannot tell {way} apart. Choose fewer classes, or train one whose classes start alike.</source>
      <translation>Este entrenamiento tiene una salida para cada una de {most} clases y no puede distinguir {way}. Elegir menos clases, o entrenar otro cuyas clases empiecen igual.</translation>
    </message>
    <message>
      <source>This run knows the table of traits: a class in it needs no examples, its name is enough.</source>
      <translation>Este entrenamiento conoce la tabla de rasgos: una clase de la tabla no necesita ejemplos, basta su nombre.</translation>
    </message>
    <message>
      <source>This test</source>
      <translation>Esta prueba</translation>
    </message>
    <message>
      <source>Tick the approaches to train.</source>
      <translation>Marcar los enfoques que entrenar.</translation>
    </message>
    <message>
      <source>Times</source>
      <translation>Veces</translation>
    </message>
    <message>
      <source>To adapt</source>
      <translation>Adaptarse</translation>
    </message>
    <message>
      <source>To baseline</source>
      <translation>Diferencia</translation>
    </message>
    <message numerus="yes">
      <source>To decide {count}</source>
      <translation>
        <numerusform>Por decidir {count}</numerusform>
        <numerusform>Por decidir {count}</numerusform>
      </translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Entrenamiento</translation>
    </message>
    <message>
      <source>Train several in turn</source>
      <translation>Entrenar varios por turno</translation>
    </message>
    <message>
      <source>Train {approach}</source>
      <translation>Entrenar {approach}</translation>
    </message>
    <message>
      <source>Trained {number} of {total}</source>
      <translation>Entrenados {number} de {total}</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Entrenamiento</translation>
    </message>
    <message>
      <source>Training classes</source>
      <translation>Clases de entrenamiento</translation>
    </message>
    <message>
      <source>Training classes: {done} of {total} episodes</source>
      <translation>Clases de entrenamiento: {done} de {total} episodios</translation>
    </message>
    <message>
      <source>Training is under way</source>
      <translation>Hay un entrenamiento en curso</translation>
    </message>
    <message>
      <source>Training {number} of {total}</source>
      <translation>Entrenamiento {number} de {total}</translation>
    </message>
    <message>
      <source>Training, among {way} classes</source>
      <translation>Entrenamiento, entre {way} clases</translation>
    </message>
    <message>
      <source>Trainings done</source>
      <translation>Entrenamientos hechos</translation>
    </message>
    <message>
      <source>Transfer learning</source>
      <translation>Aprendizaje por transferencia</translation>
    </message>
    <message>
      <source>Transfer learning needs at least two classes to train on.</source>
      <translation>El aprendizaje por transferencia necesita al menos dos clases de entrenamiento.</translation>
    </message>
    <message>
      <source>Try a lower learning rate than {rate}.</source>
      <translation>Conviene probar una tasa de aprendizaje menor que {rate}.</translation>
    </message>
    <message>
      <source>Try a smaller step on the training tasks than {step}.</source>
      <translation>Conviene probar un paso menor que {step} en las tareas de entrenamiento.</translation>
    </message>
    <message>
      <source>Try more and fewer examples</source>
      <translation>Probar con más y menos ejemplos</translation>
    </message>
    <message>
      <source>Try the example</source>
      <translation>Probar el ejemplo</translation>
    </message>
    <message>
      <source>Turned images are classes of their own</source>
      <translation>Las imágenes giradas son clases aparte</translation>
    </message>
    <message>
      <source>Two classes need a row in the table of traits, or an example that can be read. Name such classes first.</source>
      <translation>Dos clases necesitan una fila en la tabla de rasgos o un ejemplo legible. Primero hay que nombrar esas clases.</translation>
    </message>
    <message>
      <source>Two classes need an example that can be read. Add examples first.</source>
      <translation>Hacen falta dos clases con un ejemplo que se pueda leer. Añadir antes ejemplos.</translation>
    </message>
    <message>
      <source>Two-shot</source>
      <translation>Dos</translation>
    </message>
    <message>
      <source>Type a few letters</source>
      <translation>Escribir unas letras</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Deshacer</translation>
    </message>
    <message>
      <source>Undo, step by step</source>
      <translation>Deshacer paso a paso</translation>
    </message>
    <message>
      <source>Undone: {what}</source>
      <translation>Deshecho: {what}</translation>
    </message>
    <message>
      <source>Units of the controller</source>
      <translation>Unidades del controlador</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Sin identificar</translation>
    </message>
    <message>
      <source>Unknown (U)</source>
      <translation>Sin identificar (U)</translation>
    </message>
    <message>
      <source>Unknown: it cannot be told from the image</source>
      <translation>Sin identificar: la imagen no permite saberlo</translation>
    </message>
    <message>
      <source>Unlabelled</source>
      <translation>Sin etiquetar</translation>
    </message>
    <message>
      <source>Use as an example of a class</source>
      <translation>Usar como ejemplo de una clase</translation>
    </message>
    <message>
      <source>Use the ready examples</source>
      <translation>Usar los ejemplos incluidos</translation>
    </message>
    <message>
      <source>Use these settings</source>
      <translation>Usar estos ajustes</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>Validación</translation>
    </message>
    <message>
      <source>Validation classes</source>
      <translation>Clases de validación</translation>
    </message>
    <message>
      <source>Validation classes were used to choose a run's best moment, so their figure flatters it.</source>
      <translation>Las clases de validación sirvieron para elegir el mejor momento de un entrenamiento, así que la cifra lo favorece.</translation>
    </message>
    <message>
      <source>Validation episode</source>
      <translation>Episodio de validación</translation>
    </message>
    <message>
      <source>Validations without a better one before it ends early; 0 never ends early.</source>
      <translation>Validaciones sin mejora antes de terminar por adelantado; con 0 no se adelanta nunca.</translation>
    </message>
    <message>
      <source>Vectors of length 1 for the linear classifier</source>
      <translation>Vectores de longitud 1 para el clasificador lineal</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>Versión {version}</translation>
    </message>
    <message>
      <source>Wait until the import is done.</source>
      <translation>Esperar a que termine la importación.</translation>
    </message>
    <message>
      <source>Waits for images: import a folder whose sub-folders are classes.</source>
      <translation>A la espera de imágenes: importar una carpeta cuyas subcarpetas sean clases.</translation>
    </message>
    <message>
      <source>Waits for images: import the ones to label.</source>
      <translation>A la espera de imágenes: importar las que haya que etiquetar.</translation>
    </message>
    <message>
      <source>Waits for its turn</source>
      <translation>En espera de turno</translation>
    </message>
    <message>
      <source>Waits for labels: decide about some images first.</source>
      <translation>A la espera de etiquetas: decidir antes sobre algunas imágenes.</translation>
    </message>
    <message>
      <source>Waits for test classes: import more classes, or give two or more the role of test.</source>
      <translation>A la espera de clases de prueba: importar más clases o dar a dos o más el rol de prueba.</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>Avisos</translation>
    </message>
    <message>
      <source>Was trained on a million photographs before: the best start when you have few images.</source>
      <translation>Ya aprendió a ver con un millón de fotografías: el mejor comienzo cuando hay pocas imágenes.</translation>
    </message>
    <message>
      <source>Weight decay</source>
      <translation>Decaimiento de los pesos</translation>
    </message>
    <message>
      <source>What can be tested</source>
      <translation>Lo que se puede probar</translation>
    </message>
    <message>
      <source>What computes. The fastest is the GPU, where there is one.</source>
      <translation>Lo que calcula. Lo más rápido es la GPU, donde la haya.</translation>
    </message>
    <message>
      <source>What is new lies a little farther from what was trained on than held-out classes do ({ratio} times): expect slightly less than tests show.</source>
      <translation>Lo nuevo queda algo más lejos de lo entrenado que las clases reservadas ({ratio} veces): cabe esperar un poco menos de lo que muestran las pruebas.</translation>
    </message>
    <message>
      <source>What is new lies about as near to what was trained on as held-out classes do ({ratio} times): nothing speaks against what tests show.</source>
      <translation>Lo nuevo queda más o menos tan cerca de lo entrenado como las clases reservadas ({ratio} veces): nada contradice lo que muestran las pruebas.</translation>
    </message>
    <message>
      <source>What is under way</source>
      <translation>Lo que está en curso</translation>
    </message>
    <message>
      <source>What it is mistaken for</source>
      <translation>Con qué se confunde</translation>
    </message>
    <message>
      <source>What proposes</source>
      <translation>Qué hace las propuestas</translation>
    </message>
    <message>
      <source>What the examples change</source>
      <translation>Lo que cambian los ejemplos</translation>
    </message>
    <message>
      <source>What the examples change (on a pretrained network always the classifier only)</source>
      <translation>Lo que cambian los ejemplos (en una red preentrenada, siempre solo el clasificador)</translation>
    </message>
    <message>
      <source>What to test</source>
      <translation>Qué probar</translation>
    </message>
    <message>
      <source>What was saved is safe, and work can go on. If it happens again, copy this report and send it to whoever looks after the program. It names files of the program, none of the images.</source>
      <translation>Lo guardado está a salvo y se puede seguir trabajando. Si vuelve a ocurrir, copiar este informe y enviarlo a quien se ocupe del programa. Nombra archivos del programa, ninguna de las imágenes.</translation>
    </message>
    <message>
      <source>When a label is shown</source>
      <translation>Cuándo se muestra la etiqueta</translation>
    </message>
    <message>
      <source>Where a class has several images of the same specimen, an episode must not hold some as examples and ask about others, or the test would be too easy.</source>
      <translation>Cuando una clase tiene varias imágenes del mismo ejemplar, un episodio no debe usar unas como ejemplos y preguntar por otras, o la prueba sería demasiado fácil.</translation>
    </message>
    <message>
      <source>Where classes start alike, the classifier learns so many times faster</source>
      <translation>Donde las clases empiezan igual, el clasificador aprende tantas veces más rápido</translation>
    </message>
    <message>
      <source>Where is {folder} now?</source>
      <translation>¿Dónde está ahora {folder}?</translation>
    </message>
    <message>
      <source>Where there are fewer than {way} classes to draw from, episodes take as many as there are.</source>
      <translation>Donde hay menos de {way} clases disponibles, los episodios toman las que haya.</translation>
    </message>
    <message>
      <source>Where to export the labels</source>
      <translation>Dónde exportar las etiquetas</translation>
    </message>
    <message>
      <source>Where to put the example (a new folder is made in it)</source>
      <translation>Dónde poner el ejemplo (se crea dentro una carpeta nueva)</translation>
    </message>
    <message>
      <source>Where to put the new project</source>
      <translation>Dónde poner el proyecto nuevo</translation>
    </message>
    <message numerus="yes">
      <source>Which class are these {count}?</source>
      <translation>
        <numerusform>¿De qué clase es esta ({count})?</numerusform>
        <numerusform>¿De qué clase son estas {count}?</numerusform>
      </translation>
    </message>
    <message>
      <source>Which class is it?</source>
      <translation>¿De qué clase es?</translation>
    </message>
    <message>
      <source>Which classes to test on</source>
      <translation>Con qué clases probar</translation>
    </message>
    <message>
      <source>With its image</source>
      <translation>Con su imagen</translation>
    </message>
    <message>
      <source>Without a row: {classes}</source>
      <translation>Sin fila: {classes}</translation>
    </message>
    <message>
      <source>Workbench example</source>
      <translation>Ejemplo de Workbench</translation>
    </message>
    <message>
      <source>Write decisions down</source>
      <translation>Guardar decisiones</translation>
    </message>
    <message>
      <source>Write first, as in the paper</source>
      <translation>Escribir primero, como en el artículo</translation>
    </message>
    <message>
      <source>You have no permission to read it.</source>
      <translation>Falta permiso para leerlo.</translation>
    </message>
    <message>
      <source>Zero-shot</source>
      <translation>Ninguno</translation>
    </message>
    <message>
      <source>Zero-shot learning</source>
      <translation>Aprendizaje sin ejemplos</translation>
    </message>
    <message>
      <source>Zero-shot learning needs a table of traits: a CSV file with one row for each class and one column for each trait. Choose one for the project first.</source>
      <translation>El aprendizaje sin ejemplos necesita una tabla de rasgos: un archivo CSV con una fila por clase y una columna por rasgo. Primero hay que elegir una para el proyecto.</translation>
    </message>
    <message>
      <source>about {time} left</source>
      <translation>alrededor de {time} más</translation>
    </message>
    <message>
      <source>accepted as proposed</source>
      <translation>según la propuesta</translation>
    </message>
    <message>
      <source>adapts to a task in {adapt}, then takes {query} for an image</source>
      <translation>se adapta a una tarea en {adapt} y después tarda {query} por imagen</translation>
    </message>
    <message>
      <source>baseline</source>
      <translation>referencia</translation>
    </message>
    <message>
      <source>best baseline</source>
      <translation>la mejor</translation>
    </message>
    <message>
      <source>best {best} at episode {at}</source>
      <translation>mejor acierto: {best} en el episodio {at}</translation>
    </message>
    <message>
      <source>better than {other} by less than a point</source>
      <translation>por delante de {other} por menos de un punto</translation>
    </message>
    <message numerus="yes">
      <source>better than {other} by {count} points</source>
      <translation>
        <numerusform>por delante de {other} por {count} punto</numerusform>
        <numerusform>por delante de {other} por {count} puntos</numerusform>
      </translation>
    </message>
    <message>
      <source>bfloat16 was asked for, but only CUDA devices compute in it: on this device ({device}) it changes nothing.</source>
      <translation>Se pidió bfloat16, pero solo los dispositivos CUDA calculan con él: en este dispositivo ({device}) no cambia nada.</translation>
    </message>
    <message>
      <source>checking on new classes</source>
      <translation>comprobando con clases nuevas</translation>
    </message>
    <message>
      <source>comparing raw pixels</source>
      <translation>la comparación de píxeles sin procesar</translation>
    </message>
    <message>
      <source>corrected</source>
      <translation>con corrección</translation>
    </message>
    <message>
      <source>done</source>
      <translation>hecho</translation>
    </message>
    <message>
      <source>folder not found</source>
      <translation>no se encuentra la carpeta</translation>
    </message>
    <message>
      <source>getting ready…</source>
      <translation>preparando…</translation>
    </message>
    <message>
      <source>likely</source>
      <translation>probable</translation>
    </message>
    <message>
      <source>meta-test</source>
      <translation>prueba</translation>
    </message>
    <message>
      <source>meta-train</source>
      <translation>entrenamiento</translation>
    </message>
    <message>
      <source>meta-validation</source>
      <translation>validación</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>no examples</source>
      <translation>sin ejemplos</translation>
    </message>
    <message>
      <source>no. {run}</source>
      <translation>n.º {run}</translation>
    </message>
    <message>
      <source>none of the classes</source>
      <translation>de ninguna de las clases</translation>
    </message>
    <message>
      <source>not clearly better or worse than {other}, as the intervals overlap</source>
      <translation>sin diferencia clara respecto de {other}, pues los intervalos se solapan</translation>
    </message>
    <message>
      <source>not clearly better or worse than {other}, as the intervals overlap: nothing shows that learning helped</source>
      <translation>sin diferencia clara respecto de {other}, pues los intervalos se solapan: nada indica que aprender haya ayudado</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>sin identificar</translation>
    </message>
    <message>
      <source>not tested yet</source>
      <translation>sin probar</translation>
    </message>
    <message>
      <source>nothing trained</source>
      <translation>sin entrenar nada</translation>
    </message>
    <message>
      <source>or {name} · {share}</source>
      <translation>o bien {name} · {share}</translation>
    </message>
    <message>
      <source>plainest baseline</source>
      <translation>la referencia más sencilla</translation>
    </message>
    <message>
      <source>raw pixels</source>
      <translation>los píxeles sin procesar</translation>
    </message>
    <message>
      <source>run {run}</source>
      <translation>el entrenamiento {run}</translation>
    </message>
    <message>
      <source>running</source>
      <translation>en curso</translation>
    </message>
    <message>
      <source>stopping…</source>
      <translation>deteniendo…</translation>
    </message>
    <message>
      <source>sure</source>
      <translation>segura</translation>
    </message>
    <message>
      <source>the pretrained network</source>
      <translation>la red preentrenada</translation>
    </message>
    <message>
      <source>their traits alone</source>
      <translation>solo sus rasgos</translation>
    </message>
    <message>
      <source>trained for {time}</source>
      <translation>{time} de entrenamiento</translation>
    </message>
    <message>
      <source>training classes</source>
      <translation>de entrenamiento</translation>
    </message>
    <message>
      <source>unsure</source>
      <translation>dudosa</translation>
    </message>
    <message>
      <source>validation classes</source>
      <translation>de validación</translation>
    </message>
    <message>
      <source>worse than {other} by less than a point</source>
      <translation>por detrás de {other} por menos de un punto</translation>
    </message>
    <message numerus="yes">
      <source>worse than {other} by {count} points</source>
      <translation>
        <numerusform>por detrás de {other} por {count} punto</numerusform>
        <numerusform>por detrás de {other} por {count} puntos</numerusform>
      </translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sí</translation>
    </message>
    <message numerus="yes">
      <source>{accuracy} with {count} examples</source>
      <translation>
        <numerusform>{accuracy} con {count} ejemplo</numerusform>
        <numerusform>{accuracy} con {count} ejemplos</numerusform>
      </translation>
    </message>
    <message>
      <source>{approach} (run {run})</source>
      <translation>{approach} (entrenamiento {run})</translation>
    </message>
    <message>
      <source>{approach} does not read traits: {table} is kept in the project, but nothing is learned from it.</source>
      <translation>{approach} no lee rasgos: {table} se guarda en el proyecto, pero no se aprende nada de ella.</translation>
    </message>
    <message>
      <source>{approach} will be left out: {reason}</source>
      <translation>{approach} se dejará fuera: {reason}</translation>
    </message>
    <message>
      <source>{before} is now called {name}.</source>
      <translation>{before} se llama ahora {name}.</translation>
    </message>
    <message>
      <source>{classes} classes have the same traits, as this run reads them, among them {first} and {second}: without an example nothing tells these apart.</source>
      <translation>{classes} clases tienen los mismos rasgos, tal como los lee este entrenamiento, entre ellas {first} y {second}: sin un ejemplo nada las distingue.</translation>
    </message>
    <message numerus="yes">
      <source>{count} are chosen, and not compared yet</source>
      <translation>
        <numerusform>Hay {count} elegido, todavía sin comparar</numerusform>
        <numerusform>Hay {count} elegidos, todavía sin comparar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} are still missing.</source>
      <translation>
        <numerusform>Todavía falta {count}.</numerusform>
        <numerusform>Todavía faltan {count}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes</source>
      <translation>
        <numerusform>{count} clase</numerusform>
        <numerusform>{count} clases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes are alone in their task and are left out: an episode of one task needs two. Mix tasks to use them.</source>
      <translation>
        <numerusform>{count} clase es la única de su carpeta y queda fuera: un episodio de una sola carpeta necesita dos. Mezclar carpetas para usarla.</numerusform>
        <numerusform>{count} clases son las únicas de su carpeta y quedan fuera: un episodio de una sola carpeta necesita dos. Mezclar carpetas para usarlas.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have a single image (or specimen) and are left out: an episode needs an example and a query.</source>
      <translation>
        <numerusform>{count} clase tiene una sola imagen (o un solo ejemplar) y queda fuera: un episodio necesita un ejemplo y una imagen de consulta.</numerusform>
        <numerusform>{count} clases tienen una sola imagen (o un solo ejemplar) y quedan fuera: un episodio necesita un ejemplo y una imagen de consulta.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have fewer than {need} images (examples and queries together): episodes take what there is, of the smallest class {shots} as examples and {queries} as queries.</source>
      <translation>
        <numerusform>{count} clase tiene menos de {need} imágenes (entre ejemplos y consultas): los episodios toman las que haya, {shots} como ejemplos y {queries} como consultas.</numerusform>
        <numerusform>{count} clases tienen menos de {need} imágenes (entre ejemplos y consultas): los episodios toman las que haya, de la clase más pequeña {shots} como ejemplos y {queries} como consultas.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have fewer than {need} images, for example {name} with {images}.</source>
      <translation>
        <numerusform>{count} clase tiene menos de {need} imágenes: {name}, con {images}.</numerusform>
        <numerusform>{count} clases tienen menos de {need} imágenes, por ejemplo {name}, con {images}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have no traits in {table} and are left out.</source>
      <translation>
        <numerusform>{count} clase no tiene rasgos en {table} y queda fuera.</numerusform>
        <numerusform>{count} clases no tienen rasgos en {table} y quedan fuera.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have no traits in {table}: they are known by their examples alone.</source>
      <translation>
        <numerusform>{count} clase no tiene rasgos en {table}: se conoce solo por sus ejemplos.</numerusform>
        <numerusform>{count} clases no tienen rasgos en {table}: se conocen solo por sus ejemplos.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes now have the role {role}.</source>
      <translation>
        <numerusform>{count} clase tiene ahora el rol {role}.</numerusform>
        <numerusform>{count} clases tienen ahora el rol {role}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes selected</source>
      <translation>
        <numerusform>{count} clase seleccionada</numerusform>
        <numerusform>{count} clases seleccionadas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} columns of {table} tell no classes apart and are left out: {names}.</source>
      <translation>
        <numerusform>{count} columna de {table} no distingue ninguna clase y queda fuera: {names}.</numerusform>
        <numerusform>{count} columnas de {table} no distinguen ninguna clase y quedan fuera: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} could not be read</source>
      <translation>
        <numerusform>{count} no se pudo leer</numerusform>
        <numerusform>{count} no se pudieron leer</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} decided</source>
      <translation>
        <numerusform>{count} decidida</numerusform>
        <numerusform>{count} decididas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} episodes</source>
      <translation>
        <numerusform>{count} episodio</numerusform>
        <numerusform>{count} episodios</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples</source>
      <translation>
        <numerusform>{count} ejemplo</numerusform>
        <numerusform>{count} ejemplos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples added from {folder}</source>
      <translation>
        <numerusform>{count} ejemplo añadido desde {folder}</numerusform>
        <numerusform>{count} ejemplos añadidos desde {folder}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples added to {name}</source>
      <translation>
        <numerusform>{count} ejemplo añadido a {name}</numerusform>
        <numerusform>{count} ejemplos añadidos a {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples of each</source>
      <translation>
        <numerusform>{count} ejemplo de cada una</numerusform>
        <numerusform>{count} ejemplos de cada una</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples taken out of {name}</source>
      <translation>
        <numerusform>{count} ejemplo quitado de {name}</numerusform>
        <numerusform>{count} ejemplos quitados de {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} files could not become examples. The first: {name}: {reason}</source>
      <translation>
        <numerusform>{count} archivo no pudo servir de ejemplo: {name}: {reason}</numerusform>
        <numerusform>{count} archivos no pudieron servir de ejemplo. El primero: {name}: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} files skipped</source>
      <translation>
        <numerusform>{count} archivo omitido</numerusform>
        <numerusform>{count} archivos omitidos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} have the content of another</source>
      <translation>
        <numerusform>{count} tiene el mismo contenido que otra</numerusform>
        <numerusform>{count} tienen el mismo contenido que otra</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images</source>
      <translation>
        <numerusform>{count} imagen</numerusform>
        <numerusform>{count} imágenes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images added</source>
      <translation>
        <numerusform>{count} imagen añadida</numerusform>
        <numerusform>{count} imágenes añadidas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images are none of the classes</source>
      <translation>
        <numerusform>{count} imagen no es de ninguna de las clases</numerusform>
        <numerusform>{count} imágenes no son de ninguna de las clases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images are {name}</source>
      <translation>
        <numerusform>{count} imagen es {name}</numerusform>
        <numerusform>{count} imágenes son {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images can be shown to some and not to others, so they are left out for all.</source>
      <translation>
        <numerusform>{count} imagen se puede mostrar a unos y a otros no, así que queda fuera para todos.</numerusform>
        <numerusform>{count} imágenes se pueden mostrar a unos y a otros no, así que quedan fuera para todos.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images cannot be read.</source>
      <translation>
        <numerusform>{count} imagen no se puede leer.</numerusform>
        <numerusform>{count} imágenes no se pueden leer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images could not be copied:</source>
      <translation>
        <numerusform>{count} imagen no se pudo copiar:</numerusform>
        <numerusform>{count} imágenes no se pudieron copiar:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images could not be read and are left out, the first: {path}: {reason}</source>
      <translation>
        <numerusform>{count} imagen no se pudo leer y queda fuera: {path}: {reason}</numerusform>
        <numerusform>{count} imágenes no se pudieron leer y quedan fuera; la primera: {path}: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images marked as unknown</source>
      <translation>
        <numerusform>{count} imagen sin identificar</numerusform>
        <numerusform>{count} imágenes sin identificar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of {name} are examples of classes to label with. Take them out first.</source>
      <translation>
        <numerusform>{count} imagen de {name} es ejemplo de una clase con la que se etiqueta. Quitarla antes de esa clase.</numerusform>
        <numerusform>{count} imágenes de {name} son ejemplos de clases con las que se etiqueta. Quitarlas antes de esas clases.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of {name} have been labelled, and labels are kept for good, so it stays.</source>
      <translation>
        <numerusform>{count} imagen de {name} se ha etiquetado, y las etiquetas se conservan para siempre, así que la carpeta se queda.</numerusform>
        <numerusform>{count} imágenes de {name} se han etiquetado, y las etiquetas se conservan para siempre, así que la carpeta se queda.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of {size} pixels need {need} GB of memory, and {room} GB are free. Choose an image size of at most {fits} pixels.</source>
      <translation>
        <numerusform>{count} imagen de {size} píxeles necesita {need} GB de memoria, y hay {room} GB libres. Elegir un tamaño de imagen de {fits} píxeles como máximo.</numerusform>
        <numerusform>{count} imágenes de {size} píxeles necesitan {need} GB de memoria, y hay {room} GB libres. Elegir un tamaño de imagen de {fits} píxeles como máximo.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images stand in classes of different roles, so the test would see images that were learned from. Remove the duplicates, or give those classes the same role.</source>
      <translation>
        <numerusform>{count} imagen está en clases con roles distintos, así que la prueba vería una imagen de la que se aprendió. Quitar los duplicados o dar el mismo rol a esas clases.</numerusform>
        <numerusform>{count} imágenes están en clases con roles distintos, así que la prueba vería imágenes de las que se aprendió. Quitar los duplicados o dar el mismo rol a esas clases.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images, those so named most often first</source>
      <translation>
        <numerusform>{count} imagen</numerusform>
        <numerusform>{count} imágenes, primero las que más veces recibieron esa respuesta</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} in a step</source>
      <translation>
        <numerusform>{count} por paso</numerusform>
        <numerusform>{count} por paso</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} labels</source>
      <translation>
        <numerusform>{count} etiqueta</numerusform>
        <numerusform>{count} etiquetas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} labels exported to {name}.</source>
      <translation>
        <numerusform>{count} etiqueta exportada a {name}.</numerusform>
        <numerusform>{count} etiquetas exportadas a {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} more wait</source>
      <translation>
        <numerusform>{count} más en espera</numerusform>
        <numerusform>{count} más en espera</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} more warnings.</source>
      <translation>
        <numerusform>{count} aviso más.</numerusform>
        <numerusform>{count} avisos más.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of the {total} traits that were learned are not in {table}, and count as unknown: the first is {name}.</source>
      <translation>
        <numerusform>{count} de los {total} rasgos aprendidos no está en {table} y cuenta como desconocido: {name}.</numerusform>
        <numerusform>{count} de los {total} rasgos aprendidos no están en {table} y cuentan como desconocidos: el primero es {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of {total} findings about run {run} ask for caution.</source>
      <translation>
        <numerusform>{count} de {total} hallazgos sobre el entrenamiento {run} pide cautela.</numerusform>
        <numerusform>{count} de {total} hallazgos sobre el entrenamiento {run} piden cautela.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} proposals accepted</source>
      <translation>
        <numerusform>{count} propuesta aceptada</numerusform>
        <numerusform>{count} propuestas aceptadas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} skipped</source>
      <translation>
        <numerusform>{count} archivo omitido</numerusform>
        <numerusform>{count} archivos omitidos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} to recognise</source>
      <translation>
        <numerusform>{count} por reconocer</numerusform>
        <numerusform>{count} por reconocer</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} trainings are done: they can be compared under Check</source>
      <translation>
        <numerusform>{count} entrenamiento está hecho: se puede comparar en Comprobar</numerusform>
        <numerusform>{count} entrenamientos están hechos: se pueden comparar en Comprobar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} traits</source>
      <translation>
        <numerusform>{count} rasgo</numerusform>
        <numerusform>{count} rasgos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} were there already</source>
      <translation>
        <numerusform>{count} ya estaba</numerusform>
        <numerusform>{count} ya estaban</numerusform>
      </translation>
    </message>
    <message>
      <source>{damage} It was left as it is. Its newest good backup is {backup}: to go back to it, move {path} (and {log}, if there is one) to another folder, then copy the backup to {path}.</source>
      <translation>{damage} Se dejó tal como está. La copia de seguridad válida más reciente es {backup}: para volver a ella, mover {path} (y {log}, si existe) a otra carpeta y después copiar la copia de seguridad en {path}.</translation>
    </message>
    <message>
      <source>{damage} It was left as it is. There is no good backup of it in {folder}.</source>
      <translation>{damage} Se dejó tal como está. No hay ninguna copia de seguridad válida en {folder}.</translation>
    </message>
    <message>
      <source>{device} computes</source>
      <translation>Se calcula en {device}</translation>
    </message>
    <message>
      <source>{device} · why?</source>
      <translation>{device} · ¿por qué?</translation>
    </message>
    <message>
      <source>{done} of {total} decided</source>
      <translation>{done} de {total} decididas</translation>
    </message>
    <message>
      <source>{done} of {total} episodes</source>
      <translation>{done} de {total} episodios</translation>
    </message>
    <message>
      <source>{done} of {total} files compared</source>
      <translation>{done} de {total} archivos comparados</translation>
    </message>
    <message>
      <source>{done} of {total} images compared</source>
      <translation>{done} de {total} imágenes comparadas</translation>
    </message>
    <message>
      <source>{done} of {total} images copied</source>
      <translation>{done} de {total} imágenes copiadas</translation>
    </message>
    <message>
      <source>{done} of {total} images decoded</source>
      <translation>{done} de {total} imágenes descodificadas</translation>
    </message>
    <message>
      <source>{done} of {total} images labelled</source>
      <translation>{done} de {total} imágenes etiquetadas</translation>
    </message>
    <message>
      <source>{done} of {total} images looked at</source>
      <translation>{done} de {total} imágenes examinadas</translation>
    </message>
    <message>
      <source>{done} of {total} images read</source>
      <translation>{done} de {total} imágenes leídas</translation>
    </message>
    <message>
      <source>{done} of {total} images saved</source>
      <translation>{done} de {total} imágenes guardadas</translation>
    </message>
    <message>
      <source>{done} of {total} images seen by the network</source>
      <translation>{done} de {total} imágenes vistas por la red</translation>
    </message>
    <message>
      <source>{done} of {total} labels saved</source>
      <translation>{done} de {total} etiquetas guardadas</translation>
    </message>
    <message>
      <source>{first} Where speed counts, use {what}: {times} times as fast as {winner}, and not clearly less accurate.</source>
      <translation>{first} Si importa la rapidez, conviene usar {what}: {times} veces más rápido que {winner}, y no claramente menos acertado.</translation>
    </message>
    <message>
      <source>{first} and {second} have the same traits, as this run reads them: without an example nothing tells them apart.</source>
      <translation>{first} y {second} tienen los mismos rasgos, tal como los lee este entrenamiento: sin un ejemplo nada las distingue.</translation>
    </message>
    <message>
      <source>{first} {second}</source>
      <translation>{first} {second}</translation>
    </message>
    <message>
      <source>{first}; {second}</source>
      <translation>{first}; {second}</translation>
    </message>
    <message>
      <source>{folder} cannot be read: {reason}</source>
      <translation>No se puede leer {folder}: {reason}</translation>
    </message>
    <message>
      <source>{folder} cannot be written ({reason}). Choose another folder, or a shorter name.</source>
      <translation>No se puede escribir en {folder} ({reason}). Elegir otra carpeta o un nombre más corto.</translation>
    </message>
    <message>
      <source>{folder} holds no examples. It needs one sub-folder for each class, with at least one image.</source>
      <translation>{folder} no contiene ejemplos. Necesita una subcarpeta por clase, con al menos una imagen.</translation>
    </message>
    <message>
      <source>{folder} is not a folder. Choose a folder of images.</source>
      <translation>{folder} no es una carpeta. Elegir una carpeta de imágenes.</translation>
    </message>
    <message>
      <source>{folder} is not an empty folder. Choose one that is empty or does not exist yet.</source>
      <translation>{folder} no es una carpeta vacía. Elegir una que esté vacía o que todavía no exista.</translation>
    </message>
    <message>
      <source>{found} of {total} images found.</source>
      <translation>Imágenes encontradas: {found} de {total}.</translation>
    </message>
    <message>
      <source>{gigabytes} GB</source>
      <translation>{gigabytes} GB</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>{images} in {classes} added</source>
      <translation>Añadido: {images} en {classes}</translation>
    </message>
    <message>
      <source>{images} without classes added</source>
      <translation>Añadido: {images} sin clase</translation>
    </message>
    <message>
      <source>{image} is none of the classes</source>
      <translation>{image} no es de ninguna de las clases</translation>
    </message>
    <message>
      <source>{image} is {name}</source>
      <translation>{image} es {name}</translation>
    </message>
    <message>
      <source>{image} marked as unknown</source>
      <translation>{image} sin identificar</translation>
    </message>
    <message>
      <source>{learning} % on training classes, {checking} % on new ones: a gap of {gap} points.</source>
      <translation>{learning} % en clases de entrenamiento, {checking} % en nuevas: una distancia de {gap} puntos.</translation>
    </message>
    <message>
      <source>{learning} % on training classes, {checking} % on new ones: hardly a gap.</source>
      <translation>{learning} % en clases de entrenamiento, {checking} % en nuevas: apenas hay distancia.</translation>
    </message>
    <message>
      <source>{megabytes} MB</source>
      <translation>{megabytes} MB</translation>
    </message>
    <message>
      <source>{milliseconds} ms</source>
      <translation>{milliseconds} ms</translation>
    </message>
    <message>
      <source>{minutes} min</source>
      <translation>{minutes} min</translation>
    </message>
    <message>
      <source>{name} (has classes) · {images}</source>
      <translation>{name} (con clases) · {images}</translation>
    </message>
    <message>
      <source>{name} cannot be used here. {reason} Choose auto or cpu.</source>
      <translation>{name} no se puede usar aquí. {reason} Elegir auto o cpu.</translation>
    </message>
    <message>
      <source>{name} computes wrong results. Choose another device.</source>
      <translation>{name} calcula resultados erróneos. Elegir otro dispositivo.</translation>
    </message>
    <message>
      <source>{name} does not work: {reason} Choose another device.</source>
      <translation>{name} no funciona: {reason} Elegir otro dispositivo.</translation>
    </message>
    <message>
      <source>{name} goes from {least} to {most}, not {value}.</source>
      <translation>{name} va de {least} a {most}, no {value}.</translation>
    </message>
    <message>
      <source>{name} is a number, not {value}.</source>
      <translation>{name} es un número, no {value}.</translation>
    </message>
    <message>
      <source>{name} is mistaken for</source>
      <translation>{name} se confunde con</translation>
    </message>
    <message>
      <source>{name} is one of {choices}, not {value}.</source>
      <translation>{name} es uno de estos valores: {choices}; no {value}.</translation>
    </message>
    <message>
      <source>{name} is the label of images, so it stays. Rename it, or give those images another class.</source>
      <translation>La clase {name} es la etiqueta de algunas imágenes, así que se queda. Cambiarle el nombre, o dar otra clase a esas imágenes.</translation>
    </message>
    <message>
      <source>{name} is the only class, so every image is given it, and the confidence says nothing. Add another.</source>
      <translation>{name} es la única clase: se le asigna a todas las imágenes y la confianza no dice nada. Hay que añadir otra.</translation>
    </message>
    <message>
      <source>{name} moved</source>
      <translation>Clase {name} movida</translation>
    </message>
    <message>
      <source>{name} must be at least {least}, not {value}.</source>
      <translation>{name} es como mínimo {least}, no {value}.</translation>
    </message>
    <message>
      <source>{name} must be yes or no, not {value}.</source>
      <translation>{name} es yes (sí) o no, no {value}.</translation>
    </message>
    <message>
      <source>{name} needs images of at least {least} pixels, not {size}. Choose a larger image size.</source>
      <translation>{name} necesita imágenes de al menos {least} píxeles, no de {size}. Elegir un tamaño de imagen mayor.</translation>
    </message>
    <message>
      <source>{name} renamed to {new}</source>
      <translation>{name} se llama ahora {new}</translation>
    </message>
    <message>
      <source>{name} takes colour images: choose 3 channels.</source>
      <translation>{name} toma imágenes en color: elegir 3 canales.</translation>
    </message>
    <message>
      <source>{name} was never mistaken</source>
      <translation>{name} no se confundió nunca</translation>
    </message>
    <message>
      <source>{name} was taken out of the project; its files stay where they are.</source>
      <translation>Se quitó {name} del proyecto; los archivos se quedan donde están.</translation>
    </message>
    <message numerus="yes">
      <source>{name} works: {count} billion operations a second.</source>
      <translation>
        <numerusform>{name} funciona: {count} mil millones de operaciones por segundo.</numerusform>
        <numerusform>{name} funciona: {count} mil millones de operaciones por segundo.</numerusform>
      </translation>
    </message>
    <message>
      <source>{path} can no longer be written. Check its permissions and those of its folder, then try again.</source>
      <translation>Ya no se puede escribir en {path}. Revisar los permisos del archivo y los de la carpeta e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>{path} cannot be an example, because it cannot be read.</source>
      <translation>{path} no puede ser un ejemplo, porque no se puede leer.</translation>
    </message>
    <message>
      <source>{path} cannot be opened ({reason}). Check that it is still there, with its folder's permissions.</source>
      <translation>No se puede abrir {path} ({reason}). Comprobar que sigue ahí y revisar los permisos de la carpeta.</translation>
    </message>
    <message>
      <source>{path} cannot be read ({reason}). Check its permissions.</source>
      <translation>No se puede leer {path} ({reason}). Revisar los permisos.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation>No se puede leer {path}: {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be written: {reason}. Choose another place.</source>
      <translation>No se puede escribir {path}: {reason}. Elegir otro lugar.</translation>
    </message>
    <message>
      <source>{path} could not be made ({reason}). Check its folder and the space on its disk.</source>
      <translation>No se pudo crear {path} ({reason}). Revisar la carpeta y el espacio del disco.</translation>
    </message>
    <message>
      <source>{path} does not begin as a project file does.</source>
      <translation>{path} no empieza como un proyecto.</translation>
    </message>
    <message>
      <source>{path} does not have the name of a project. Choose a name that ends in {suffix}.</source>
      <translation>{path} no tiene nombre de proyecto. Elegir un nombre que termine en {suffix}.</translation>
    </message>
    <message>
      <source>{path} exists already and was left as it is. Choose another name.</source>
      <translation>{path} ya existe y se dejó tal como está. Elegir otro nombre.</translation>
    </message>
    <message>
      <source>{path} exists already. Give another name, or move it away.</source>
      <translation>{path} ya existe. Elegir otro nombre o moverlo a otro lugar.</translation>
    </message>
    <message>
      <source>{path} exists and is not an empty folder. Choose another place.</source>
      <translation>{path} existe y no es una carpeta vacía. Elegir otro lugar.</translation>
    </message>
    <message>
      <source>{path} has more than {columns} columns or {classes} rows, which is too much.</source>
      <translation>{path} tiene más de {columns} columnas o {classes} filas, y es demasiado.</translation>
    </message>
    <message>
      <source>{path} has no columns of traits. The first column names the classes, and each further one is a trait.</source>
      <translation>{path} no tiene columnas de rasgos. La primera columna nombra las clases y cada una de las demás es un rasgo.</translation>
    </message>
    <message>
      <source>{path} holds no classes. It needs one row for each class below the names of the traits.</source>
      <translation>{path} no contiene clases. Necesita una fila por clase debajo de los nombres de los rasgos.</translation>
    </message>
    <message numerus="yes">
      <source>{path} holds {count} labels that a person corrected. Accept them first, or give another name.</source>
      <translation>
        <numerusform>{path} contiene {count} etiqueta que corrigió una persona. Aceptarla antes o elegir otro nombre.</numerusform>
        <numerusform>{path} contiene {count} etiquetas que corrigió una persona. Aceptarlas antes o elegir otro nombre.</numerusform>
      </translation>
    </message>
    <message>
      <source>{path} is an example of {name} already. Take it out there first.</source>
      <translation>{path} ya es un ejemplo de {name}. Quitarlo antes de ahí.</translation>
    </message>
    <message>
      <source>{path} is being made by another window. Open it there.</source>
      <translation>Otra ventana está creando {path}. Abrirlo en ella.</translation>
    </message>
    <message>
      <source>{path} is being used by another program, so nothing was saved. Close that program and try again.</source>
      <translation>Otro programa está usando {path}, así que no se guardó nada. Cerrar ese programa e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>{path} is being used by another program. Close that program and try again.</source>
      <translation>Otro programa está usando {path}. Cerrar ese programa e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>{path} is being worked on by another window or command, so it can only be looked at now. Close that one, or wait until it is done, and open it here again to change it.</source>
      <translation>Otra ventana u otra orden está trabajando en {path}, así que ahora solo se puede ver. Para modificarlo, cerrarla o esperar a que termine.</translation>
    </message>
    <message>
      <source>{path} is damaged ({reason}).</source>
      <translation>{path} está dañado ({reason}).</translation>
    </message>
    <message>
      <source>{path} is damaged ({reason}). Close it and open it again to see which backup to use.</source>
      <translation>{path} está dañado ({reason}). Cerrarlo y volver a abrirlo para ver qué copia de seguridad usar.</translation>
    </message>
    <message>
      <source>{path} is empty.</source>
      <translation>{path} está vacío.</translation>
    </message>
    <message>
      <source>{path} is from an older version of the program. Open it once where it can be written.</source>
      <translation>{path} es de una versión anterior del programa. Abrirlo una vez donde se pueda escribir.</translation>
    </message>
    <message>
      <source>{path} is not a file. Choose a project file.</source>
      <translation>{path} no es un archivo. Elegir un archivo de proyecto.</translation>
    </message>
    <message>
      <source>{path} is not a project, or is damaged ({reason}).</source>
      <translation>{path} no es un proyecto o está dañado ({reason}).</translation>
    </message>
    <message>
      <source>{path} is not a table of labels: no column {name}.</source>
      <translation>{path} no es una tabla de etiquetas: falta la columna {name}.</translation>
    </message>
    <message>
      <source>{path} is not a table of labels: {reason}.</source>
      <translation>{path} no es una tabla de etiquetas: {reason}.</translation>
    </message>
    <message>
      <source>{path} is not text. Save the table as CSV UTF-8.</source>
      <translation>{path} no es texto. Conviene guardar la tabla como CSV UTF-8.</translation>
    </message>
    <message>
      <source>{path} is not there any more.</source>
      <translation>{path} ya no está ahí.</translation>
    </message>
    <message>
      <source>{path} is open read-only, so nothing can be changed in it.</source>
      <translation>{path} está abierto solo para lectura, así que no se puede modificar nada.</translation>
    </message>
    <message>
      <source>{path} is the database of another program, not a project. It was left as it is.</source>
      <translation>{path} es la base de datos de otro programa, no un proyecto. Se dejó tal como está.</translation>
    </message>
    <message>
      <source>{path} is too large for a table of traits. It may have {size} MB.</source>
      <translation>{path} es demasiado grande para una tabla de rasgos. Puede tener hasta {size} MB.</translation>
    </message>
    <message>
      <source>{path} or its folder cannot be written, so it can only be looked at. Change their permissions, or copy the file to a folder of yours, to change it.</source>
      <translation>No se puede escribir en {path} o en la carpeta que lo contiene, así que solo se puede ver. Para modificarlo, cambiar los permisos o copiar el archivo a una carpeta propia.</translation>
    </message>
    <message>
      <source>{path} says nothing of any class: all its cells are empty.</source>
      <translation>{path} no dice nada de ninguna clase: todas sus celdas están vacías.</translation>
    </message>
    <message>
      <source>{path} stands in the table with the labels {one} and {two}. Keep one of the rows.</source>
      <translation>{path} está en la tabla con las etiquetas {one} y {two}. Dejar una sola de las filas.</translation>
    </message>
    <message>
      <source>{path} was left behind by a program that was stopped. It can be deleted.</source>
      <translation>{path} lo dejó un programa que se interrumpió. Se puede eliminar.</translation>
    </message>
    <message>
      <source>{path} was made by a newer version of the program. It was left as it is: update the program to open it.</source>
      <translation>{path} se creó con una versión más reciente del programa. Se dejó tal como está: actualizar el programa para abrirlo.</translation>
    </message>
    <message>
      <source>{path} was moved, deleted or replaced while it was open, so this was not saved. Put the file back to go on.</source>
      <translation>El archivo {path} se movió, se borró o se reemplazó mientras estaba abierto, así que esto no se guardó. Para continuar, devolverlo a su sitio.</translation>
    </message>
    <message>
      <source>{path}, line {line}: the path is empty.</source>
      <translation>{path}, línea {line}: la ruta está vacía.</translation>
    </message>
    <message>
      <source>{path}, line {line}: this is not a table: {reason}.</source>
      <translation>{path}, línea {line}: esto no es una tabla: {reason}.</translation>
    </message>
    <message>
      <source>{path}, line {line}: {column} is a number from 0 to 1, not {value}.</source>
      <translation>{path}, línea {line}: {column} es un número de 0 a 1, no {value}.</translation>
    </message>
    <message>
      <source>{path}, line {line}: {column} is not UTF-8 text. Save the table as CSV UTF-8.</source>
      <translation>{path}, línea {line}: {column} no es texto UTF-8. Guardar la tabla como CSV UTF-8.</translation>
    </message>
    <message>
      <source>{path}, row {row}, column {column}: the name of the class is missing.</source>
      <translation>{path}, fila {row}, columna {column}: falta el nombre de la clase.</translation>
    </message>
    <message numerus="yes">
      <source>{path}, row {row}: it has {count} cells, and the first row has {width}.</source>
      <translation>
        <numerusform>{path}, fila {row}: tiene {count} celda, y la primera fila tiene {width}.</numerusform>
        <numerusform>{path}, fila {row}: tiene {count} celdas, y la primera fila tiene {width}.</numerusform>
      </translation>
    </message>
    <message>
      <source>{path}, row {row}: the class {name} has a row already, row {before}. Keep one of them.</source>
      <translation>{path}, fila {row}: la clase {name} ya tiene una fila, la {before}. Dejar una de las dos.</translation>
    </message>
    <message>
      <source>{path}: column {column} has no name in the first row.</source>
      <translation>{path}: la columna {column} no tiene nombre en la primera fila.</translation>
    </message>
    <message>
      <source>{path}: two columns are called {name}. Give one of them another name.</source>
      <translation>{path}: hay dos columnas llamadas {name}. Dar otro nombre a una de ellas.</translation>
    </message>
    <message>
      <source>{pattern} is not a regular expression: {reason}. Correct it or group by folder or prefix.</source>
      <translation>{pattern} no es una expresión regular: {reason}. Corregirla o agrupar por carpeta o por prefijo.</translation>
    </message>
    <message>
      <source>{place} of {total}</source>
      <translation>{place} de {total}</translation>
    </message>
    <message>
      <source>{project} labels</source>
      <translation>Etiquetas de {project}</translation>
    </message>
    <message>
      <source>{rate} episodes/s</source>
      <translation>{rate} episodios/s</translation>
    </message>
    <message numerus="yes">
      <source>{right} of {count} right</source>
      <translation>
        <numerusform>Aciertos: {right} de {count}</numerusform>
        <numerusform>Aciertos: {right} de {count}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{right} of {count} right after {episode} episodes; the name is what it answered.</source>
      <translation>
        <numerusform>Aciertos tras {episode} episodios: {right} de {count}; el nombre es la respuesta.</numerusform>
        <numerusform>Aciertos tras {episode} episodios: {right} de {count}; el nombre es la respuesta.</numerusform>
      </translation>
    </message>
    <message>
      <source>{run} uses no traits and needs an example image of each class; {name} has none.</source>
      <translation>{run} no usa rasgos y necesita una imagen de ejemplo de cada clase; {name} no tiene ninguna.</translation>
    </message>
    <message>
      <source>{run} uses no traits: give a folder of examples, with one sub-folder for each class.</source>
      <translation>{run} no usa rasgos: dar una carpeta de ejemplos, con una subcarpeta para cada clase.</translation>
    </message>
    <message>
      <source>{run} uses no traits: {table} is left out.</source>
      <translation>{run} no usa rasgos: {table} queda fuera.</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <source>{table} has a row of no class of the project, so nothing can be learned from it. Name the classes in its first column as their folders are named.</source>
      <translation>{table} no tiene ninguna fila de una clase del proyecto, así que no se puede aprender nada de ella. Las clases deben llamarse en su primera columna como sus carpetas.</translation>
    </message>
    <message>
      <source>{table} is the project's table of traits now, instead of {before}.</source>
      <translation>{table} es ahora la tabla de rasgos del proyecto, en lugar de {before}.</translation>
    </message>
    <message>
      <source>{time} of it, once, until the images are ready</source>
      <translation>{time} de ello, una sola vez, hasta que las imágenes estén listas</translation>
    </message>
    <message>
      <source>{tip} There is no such GPU here.</source>
      <translation>{tip} Aquí no hay una GPU así.</translation>
    </message>
    <message>
      <source>{true} named right: {times}</source>
      <translation>{true}, aciertos: {times}</translation>
    </message>
    <message>
      <source>{true} named {given}: {times}</source>
      <translation>{true} se tomó por {given}: {times}</translation>
    </message>
    <message numerus="yes">
      <source>{true} was named right {count} times of {total} ({share})</source>
      <translation>
        <numerusform>{true} se reconoció {count} vez de {total} ({share})</numerusform>
        <numerusform>{true} se reconoció {count} veces de {total} ({share})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{true} was named {given} {count} times of {total} ({share})</source>
      <translation>
        <numerusform>{true} se tomó por {given} {count} vez de {total} ({share})</numerusform>
        <numerusform>{true} se tomó por {given} {count} veces de {total} ({share})</numerusform>
      </translation>
    </message>
    <message>
      <source>{way} classes at a time, {episodes} episodes; the dashed line is guessing.</source>
      <translation>{way} clases a la vez, {episodes} episodios; la línea discontinua es el azar.</translation>
    </message>
    <message>
      <source>{way} classes, {shot} ex.</source>
      <translation>{way} clases, {shot} ej.</translation>
    </message>
    <message>
      <source>{what} cannot be told from guessing with any number of examples that was tried.</source>
      <translation>{what} no se distingue de acertar al azar con ningún número de ejemplos de los probados.</translation>
    </message>
    <message numerus="yes">
      <source>{what} gains nothing clear by its {count} steps: {before} % before, {after} % after.</source>
      <translation>
        <numerusform>{what} no gana nada claro con su {count} paso: {before} % antes, {after} % después.</numerusform>
        <numerusform>{what} no gana nada claro con sus {count} pasos: {before} % antes, {after} % después.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms), but was better after {enough}: fewer are enough.</source>
      <translation>
        <numerusform>{what} pasa del {before} % antes de adaptarse al {after} % tras {count} paso ({milliseconds} ms), pero iba mejor tras {enough}: bastan menos.</numerusform>
        <numerusform>{what} pasa del {before} % antes de adaptarse al {after} % tras {count} pasos ({milliseconds} ms), pero iba mejor tras {enough}: bastan menos.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms); most of that is there after {enough}.</source>
      <translation>
        <numerusform>{what} pasa del {before} % antes de adaptarse al {after} % tras {count} paso ({milliseconds} ms); casi todo está ya tras {enough}.</numerusform>
        <numerusform>{what} pasa del {before} % antes de adaptarse al {after} % tras {count} pasos ({milliseconds} ms); casi todo está ya tras {enough}.</numerusform>
      </translation>
    </message>
    <message>
      <source>{what} has nothing to be compared with: a baseline shows what learning adds.</source>
      <translation>{what} no tiene con qué compararse: una referencia muestra qué aporta aprender.</translation>
    </message>
    <message>
      <source>{what} is better than the best baseline ({baseline}) by {points} ± {interval} points.</source>
      <translation>{what} supera a la mejor referencia ({baseline}) por {points} ± {interval} puntos.</translation>
    </message>
    <message>
      <source>{what} is right less often than guessing with every number of examples that was tried.</source>
      <translation>{what} acierta menos que el azar con todos los números de ejemplos que se han probado.</translation>
    </message>
    <message>
      <source>{what} needs at least one example of each class. Only zero-shot learning, which reads a table of traits, does without.</source>
      <translation>{what} necesita al menos un ejemplo de cada clase. Solo el aprendizaje sin ejemplos, que lee una tabla de rasgos, puede prescindir de ellos.</translation>
    </message>
    <message numerus="yes">
      <source>{what} was tried with {count} examples of each class only, so nothing is known about more.</source>
      <translation>
        <numerusform>{what} se ha probado solo con {count} ejemplo de cada clase, así que no se sabe nada de más.</numerusform>
        <numerusform>{what} se ha probado solo con {count} ejemplos de cada clase, así que no se sabe nada de más.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{what} with {count} examples: {done} of {total} episodes</source>
      <translation>
        <numerusform>{what} con {count} ejemplo: {done} de {total} episodios</numerusform>
        <numerusform>{what} con {count} ejemplos: {done} de {total} episodios</numerusform>
      </translation>
    </message>
    <message>
      <source>{what}: as good with {least} as with {most} examples of each class; more bring nothing clear.</source>
      <translation>{what}: acierta tanto con {least} como con {most} ejemplos de cada clase; más no aportan nada claro.</translation>
    </message>
    <message>
      <source>{what}: right in {accuracy} of cases.</source>
      <translation>{what}: acierta en el {accuracy} de los casos.</translation>
    </message>
    <message>
      <source>{what}: {done} of {total} episodes</source>
      <translation>{what}: {done} de {total} episodios</translation>
    </message>
    <message>
      <source>{what}: {least} of {most} examples of each class are nearly enough; the others bring {points} points.</source>
      <translation>{what}: {least} de {most} ejemplos de cada clase casi bastan; los demás aportan {points} puntos.</translation>
    </message>
    <message>
      <source>{what}: {points} points more with {enough} examples of each class than with {least}; beyond, up to {most}, another {more}.</source>
      <translation>{what}: {points} puntos más con {enough} ejemplos de cada clase que con {least}; más allá, hasta {most}, otros {more}.</translation>
    </message>
    <message>
      <source>{what}: {points} points more with {most} examples of each class than with {least}, {more} of them after {before}: more examples still help.</source>
      <translation>{what}: {points} puntos más con {most} ejemplos de cada clase que con {least}, {more} de ellos a partir de {before}: más ejemplos aún ayudan.</translation>
    </message>
    <message>
      <source>{what}: {points} points more with {most} examples of each class than with {least}; whether those after {before} help cannot be told from so few episodes.</source>
      <translation>{what}: {points} puntos más con {most} ejemplos de cada clase que con {least}; con tan pocos episodios no se sabe si ayudan los que siguen a {before}.</translation>
    </message>
    <message>
      <source>{where}, {what} is right in {accuracy} ± {interval} % of cases when it tells {way} classes apart from {examples}; guessing would give {chance} %.</source>
      <translation>{where}, {what} acierta en el {accuracy} ± {interval} % de los casos al distinguir {way} clases a partir de {examples}; al azar sería el {chance} %.</translation>
    </message>
    <message>
      <source>{width} × {height} pixels</source>
      <translation>{width} × {height} píxeles</translation>
    </message>
  </context>
</TS>
