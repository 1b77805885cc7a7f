<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
  <context>
    <name>workbench</name>
    <message>
      <source>+ {time} embedding</source>
      <translation>+ {time} de representación</translation>
    </message>
    <message>
      <source>+{time}</source>
      <translation>+{time}</translation>
    </message>
    <message>
      <source>--ratings and --workshop make different samples. Give one of them.</source>
      <translation>--ratings y --workshop hacen muestras distintas. Indique una de las dos.</translation>
    </message>
    <message>
      <source>1.  Name the new classes below.</source>
      <translation>1.  Nombrar abajo las clases nuevas.</translation>
    </message>
    <message>
      <source>2.  Give each a few examples: drop files on it, or drag images there from the grid.</source>
      <translation>2.  Dar a cada una unos pocos ejemplos: soltar archivos sobre ella o arrastrar imágenes desde la cuadrícula.</translation>
    </message>
    <message>
      <source>3.  Review the proposals. Without examples, label some images with the keys 1 to 9.</source>
      <translation>3.  Revisar las propuestas. Si no hay ejemplos, etiquetar algunas imágenes con las teclas 1 a 9.</translation>
    </message>
    <message>
      <source>30 minutes</source>
      <translation>30 minutos</translation>
    </message>
    <message>
      <source>5 minutes</source>
      <translation>5 minutos</translation>
    </message>
    <message>
      <source>95 % intervals: {intervals}.</source>
      <translation>Intervalos del 95 %: {intervals}.</translation>
    </message>
    <message>
      <source>&lt; {milliseconds} ms</source>
      <translation>&lt; {milliseconds} ms</translation>
    </message>
    <message>
      <source>A CSV file with one row per class, named in the first column, and one column per trait.</source>
      <translation>Un archivo CSV con una fila por clase, nombrada en la primera columna, y una columna por rasgo.</translation>
    </message>
    <message>
      <source>A CSV table with a column of files and one of classes, JSON as COCO has it, or a Camtrap DP</source>
      <translation>Una tabla CSV con una columna de archivos y otra de clases, JSON como el de COCO o un Camtrap DP</translation>
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
      <source>A class to assign is no longer in the project.</source>
      <translation>Una clase que se iba a asignar ya no está en el proyecto.</translation>
    </message>
    <message>
      <source>A cluster is given as HOST:PORT or auto, not as {given}.</source>
      <translation>Un clúster se indica como HOST:PUERTO o auto, no como {given}.</translation>
    </message>
    <message>
      <source>A comparison evaluates all of them and the baselines on the same episodes of held-out classes, and says which are more accurate.</source>
      <translation>Una comparación evalúa todos, junto con las referencias, en los mismos episodios de clases reservadas, y dice cuáles aciertan más.</translation>
    </message>
    <message>
      <source>A folder with one sub-folder per class, a folder of such folders, or unlabelled images: the layout is detected automatically; or a table of files and classes beside the images. Images are only read, never changed or moved.</source>
      <translation>Una carpeta con una subcarpeta por clase, una carpeta de carpetas así o imágenes sin etiquetas: la organización se detecta automáticamente; o una tabla de archivos y clases junto a las imágenes. Las imágenes solo se leen, nunca se cambian ni se mueven.</translation>
    </message>
    <message>
      <source>A goal far outside</source>
      <translation>Una meta muy lejana</translation>
    </message>
    <message>
      <source>A goal in the square</source>
      <translation>Una meta del cuadrado</translation>
    </message>
    <message>
      <source>A good result: nothing has to be trained, and new classes are learned at once.</source>
      <translation>Es un buen resultado: no hay que entrenar nada y las clases nuevas se aprenden al momento.</translation>
    </message>
    <message>
      <source>A linear classifier was fitted to the examples, and its largest output wins. The closest call is query {query}: {first} with {high} against {second} with {low}.</source>
      <translation>Se ajustó un clasificador lineal a los ejemplos, y gana su mayor salida. La más dudosa es la consulta {query}: {first} con {high} frente a {second} con {low}.</translation>
    </message>
    <message>
      <source>A model that reads traits cannot tell which images are of none of the classes.</source>
      <translation>Un modelo que lee rasgos no puede distinguir qué imágenes no son de ninguna de las clases.</translation>
    </message>
    <message>
      <source>A name has at most {most} letters.</source>
      <translation>Un nombre tiene como máximo {most} letras.</translation>
    </message>
    <message>
      <source>A name of a run has at most {most} characters, and this one has {length}. Choose a shorter one.</source>
      <translation>El nombre de un entrenamiento tiene como máximo {most} caracteres, y este tiene {length}. Elegir uno más corto.</translation>
    </message>
    <message>
      <source>A network is trained once; new classes get a last layer of their own.</source>
      <translation>Una red se entrena una sola vez; las clases nuevas reciben su propia última capa.</translation>
    </message>
    <message>
      <source>A network with a memory reads the examples.</source>
      <translation>Una red con memoria lee los ejemplos.</translation>
    </message>
    <message>
      <source>A note on a run has at most {most} characters, and this one has {length}. Shorten it.</source>
      <translation>La nota de un entrenamiento tiene como máximo {most} caracteres, y esta tiene {length}. Acortarla.</translation>
    </message>
    <message>
      <source>A page is a number from 1 on, or max, not {text}.</source>
      <translation>Una página es un número a partir de 1, o max, no {text}.</translation>
    </message>
    <message>
      <source>A person of the set</source>
      <translation>Una persona del conjunto</translation>
    </message>
    <message>
      <source>A photograph cannot be saved in {folder}: {reason}. Choose another folder.</source>
      <translation>No se puede guardar una fotografía en {folder}: {reason}. Conviene elegir otra carpeta.</translation>
    </message>
    <message>
      <source>A process that trained this run ended before it was done, perhaps for lack of memory: that part of the training was done again.</source>
      <translation>Un proceso de este entrenamiento acabó antes de tiempo, quizá por falta de memoria: esa parte se ha repetido.</translation>
    </message>
    <message>
      <source>A project is open. The example can be tried once it is closed.</source>
      <translation>Hay un proyecto abierto. El ejemplo se puede probar cuando se cierre.</translation>
    </message>
    <message>
      <source>A search begins with what was good on similar images. Only figures are kept, on this computer.</source>
      <translation>Una búsqueda empieza por lo que funcionó con imágenes parecidas. Solo se guardan cifras, en este equipo.</translation>
    </message>
    <message>
      <source>A search chooses by meta-validation classes and needs at least {least} with two images or more; there are {there}. Give more classes that role.</source>
      <translation>Una búsqueda elige por las clases de validación y necesita al menos {least} con dos imágenes o más; hay {there}. Dar ese rol a más clases.</translation>
    </message>
    <message>
      <source>A search ends with a test on meta-test classes and needs at least {least} with two images or more; there are {there}. Give more classes that role.</source>
      <translation>Una búsqueda termina con una prueba en las clases de prueba y necesita al menos {least} con dos imágenes o más; hay {there}. Dar ese rol a más clases.</translation>
    </message>
    <message>
      <source>A search needs at least {least} meta-train classes with two images or more; there are {there}. Import folders of classes, or give classes that role.</source>
      <translation>Una búsqueda necesita al menos {least} clases de entrenamiento con dos imágenes o más; hay {there}. Importar carpetas de clases o dar ese rol a algunas.</translation>
    </message>
    <message>
      <source>A search takes from one second to {days} days, not {minutes} minutes.</source>
      <translation>Una búsqueda dura de un segundo a {days} días, no {minutes} minutos.</translation>
    </message>
    <message>
      <source>A similar image is not an example: there is nothing to take out.</source>
      <translation>Una imagen parecida no es un ejemplo: no hay nada que quitar.</translation>
    </message>
    <message>
      <source>A sine curve</source>
      <translation>Una curva seno</translation>
    </message>
    <message>
      <source>A straight line</source>
      <translation>Una recta</translation>
    </message>
    <message>
      <source>A stronger colour means a larger share of the row.</source>
      <translation>Un color más intenso indica una proporción mayor de la fila.</translation>
    </message>
    <message>
      <source>A sum of two</source>
      <translation>Una suma de dos</translation>
    </message>
    <message>
      <source>A test draws many episodes from held-out classes and measures the accuracy.</source>
      <translation>Una prueba sortea muchos episodios con clases reservadas y mide el acierto.</translation>
    </message>
    <message>
      <source>A test says how often the answers are right on classes that were never learned from, and what speaks against trusting that figure.</source>
      <translation>Una prueba dice cuántas veces acierta con clases de las que nunca se aprendió, y qué razones hay para no fiarse de esa cifra.</translation>
    </message>
    <message>
      <source>A workshop has from 1 to {most} participants, not {given}.</source>
      <translation>Un taller tiene de 1 a {most} participantes, no {given}.</translation>
    </message>
    <message>
      <source>About {time} for all {number}, {size} of memory</source>
      <translation>Alrededor de {time} para los {number} y {size} de memoria</translation>
    </message>
    <message>
      <source>About {time}, {size} of memory</source>
      <translation>Alrededor de {time} y {size} de memoria</translation>
    </message>
    <message>
      <source>Above, each image is answered by itself.</source>
      <translation>Arriba, cada imagen se responde por sí sola.</translation>
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
      <source>Accept all {count} ({expected})</source>
      <translation>
        <numerusform>Aceptar {count} ({expected})</numerusform>
        <numerusform>Aceptar las {count} ({expected})</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept the proposal; among labels to look at again: confirm the label</source>
      <translation>Aceptar la propuesta; entre las etiquetas por revisar: confirmar la etiqueta</translation>
    </message>
    <message numerus="yes">
      <source>Accept {count} sure ({expected})</source>
      <translation>
        <numerusform>Aceptar {count} segura ({expected})</numerusform>
        <numerusform>Aceptar {count} seguras ({expected})</numerusform>
      </translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Acierto</translation>
    </message>
    <message>
      <source>Accuracy (%)</source>
      <translation>Acierto (%)</translation>
    </message>
    <message>
      <source>Accuracy by adaptation step</source>
      <translation>Acierto por paso de adaptación</translation>
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
      <source>Accuracy by value</source>
      <translation>Acierto según el valor</translation>
    </message>
    <message>
      <source>Accuracy on its training classes is {points} ± {interval} points above that on held-out classes: more training classes would help most.</source>
      <translation>El acierto con sus clases de entrenamiento supera en {points} ± {interval} puntos al de las reservadas: lo que más ayudaría son más clases de entrenamiento.</translation>
    </message>
    <message>
      <source>Accuracy over time</source>
      <translation>Acierto a lo largo del tiempo</translation>
    </message>
    <message>
      <source>Actual</source>
      <translation>Real</translation>
    </message>
    <message>
      <source>Adam</source>
      <translation>Adam</translation>
    </message>
    <message>
      <source>Adam without momentum</source>
      <translation>Adam sin momento</translation>
    </message>
    <message>
      <source>Adapt</source>
      <translation>Adaptarse</translation>
    </message>
    <message>
      <source>Adaptation steps</source>
      <translation>Pasos de adaptación</translation>
    </message>
    <message>
      <source>Adapted part</source>
      <translation>Parte que se adapta</translation>
    </message>
    <message>
      <source>Adapted part (with a pretrained network, always the classifier only)</source>
      <translation>Parte que se adapta (con una red preentrenada, siempre solo el clasificador)</translation>
    </message>
    <message>
      <source>Adapted prototypes</source>
      <translation>Prototipos adaptados</translation>
    </message>
    <message>
      <source>Add class</source>
      <translation>Añadir clase</translation>
    </message>
    <message>
      <source>Add class {name}</source>
      <translation>Añadir la clase {name}</translation>
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
      <source>Add to or remove from the selection</source>
      <translation>Añadir a la selección o quitar de ella</translation>
    </message>
    <message>
      <source>Adding time…</source>
      <translation>Añadiendo tiempo…</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Avanzado</translation>
    </message>
    <message>
      <source>After step {step}, {right} of {total} queries are right; the learned rule kept {kept} % of each weight and took {taken} % of its gradient.</source>
      <translation>Tras el paso {step}, {right} de {total} consultas son correctas; la regla aprendida conservó el {kept} % de cada peso y tomó el {taken} % de su gradiente.</translation>
    </message>
    <message numerus="yes">
      <source>After step {step}, {right} of {total} queries are right; {count} queries changed their class.</source>
      <translation>
        <numerusform>Tras el paso {step}, {right} de {total} consultas son correctas; {count} consulta cambió de clase.</numerusform>
        <numerusform>Tras el paso {step}, {right} de {total} consultas son correctas; {count} consultas cambiaron de clase.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps both are about as near: the learner misses the curve by {learner}, its twin by {twin}.</source>
      <translation>
        <numerusform>Tras {count} paso las dos están casi igual de cerca: el error de la aprendiz en la curva es {learner}, el de su gemela {twin}.</numerusform>
        <numerusform>Tras {count} pasos las dos están casi igual de cerca: el error de la aprendiz en la curva es {learner}, el de su gemela {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps both are about as near: the learner misses this person's other ratings by {learner} stars, its twin by {twin}.</source>
      <translation>
        <numerusform>Tras {count} paso las dos quedan casi igual de cerca: el error de la aprendiz en las demás valoraciones de esta persona es de {learner} estrellas, el de su gemela de {twin}.</numerusform>
        <numerusform>Tras {count} pasos las dos quedan casi igual de cerca: el error de la aprendiz en las demás valoraciones de esta persona es de {learner} estrellas, el de su gemela de {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses the curve by {learner} and its twin by {twin}: the learner's start was made so that a few points lead to any sine curve.</source>
      <translation>
        <numerusform>Tras {count} paso el error de la aprendiz en la curva es {learner} y el de su gemela {twin}: el inicio de la aprendiz se hizo para que unos pocos puntos lleven a cualquier curva seno.</numerusform>
        <numerusform>Tras {count} pasos el error de la aprendiz en la curva es {learner} y el de su gemela {twin}: el inicio de la aprendiz se hizo para que unos pocos puntos lleven a cualquier curva seno.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses the points by {learner}, its twin by {twin}: about as much.</source>
      <translation>
        <numerusform>Tras {count} paso el error de la aprendiz en los puntos es {learner}, el de su gemela {twin}: casi lo mismo.</numerusform>
        <numerusform>Tras {count} pasos el error de la aprendiz en los puntos es {learner}, el de su gemela {twin}: casi lo mismo.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses the points by {learner}, its twin by {twin}: the learner is nearer.</source>
      <translation>
        <numerusform>Tras {count} paso el error de la aprendiz en los puntos es {learner}, el de su gemela {twin}: la aprendiz está más cerca.</numerusform>
        <numerusform>Tras {count} pasos el error de la aprendiz en los puntos es {learner}, el de su gemela {twin}: la aprendiz está más cerca.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses the points by {learner}, its twin by {twin}: the twin is nearer.</source>
      <translation>
        <numerusform>Tras {count} paso el error de la aprendiz en los puntos es {learner}, el de su gemela {twin}: la gemela está más cerca.</numerusform>
        <numerusform>Tras {count} pasos el error de la aprendiz en los puntos es {learner}, el de su gemela {twin}: la gemela está más cerca.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: about as much.</source>
      <translation>
        <numerusform>Tras {count} paso el error de la aprendiz en estas valoraciones es de {learner} estrellas, el de su gemela de {twin}: más o menos igual.</numerusform>
        <numerusform>Tras {count} pasos el error de la aprendiz en estas valoraciones es de {learner} estrellas, el de su gemela de {twin}: más o menos igual.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: the learner is nearer.</source>
      <translation>
        <numerusform>Tras {count} paso el error de la aprendiz en estas valoraciones es de {learner} estrellas, el de su gemela de {twin}: la aprendiz está más cerca.</numerusform>
        <numerusform>Tras {count} pasos el error de la aprendiz en estas valoraciones es de {learner} estrellas, el de su gemela de {twin}: la aprendiz está más cerca.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: the twin is nearer.</source>
      <translation>
        <numerusform>Tras {count} paso el error de la aprendiz en estas valoraciones es de {learner} estrellas, el de su gemela de {twin}: la gemela está más cerca.</numerusform>
        <numerusform>Tras {count} pasos el error de la aprendiz en estas valoraciones es de {learner} estrellas, el de su gemela de {twin}: la gemela está más cerca.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the learner misses this person's other ratings by {learner} stars and its twin by {twin}: the learner's start was made so that a few ratings tell a taste.</source>
      <translation>
        <numerusform>Tras {count} paso el error de la aprendiz en las demás valoraciones de esta persona es de {learner} estrellas y el de su gemela de {twin}: el inicio de la aprendiz se hizo para que unas pocas valoraciones revelen un gusto.</numerusform>
        <numerusform>Tras {count} pasos el error de la aprendiz en las demás valoraciones de esta persona es de {learner} estrellas y el de su gemela de {twin}: el inicio de la aprendiz se hizo para que unas pocas valoraciones revelen un gusto.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the twin is nearer this time: it misses the curve by {twin}, the learner by {learner}.</source>
      <translation>
        <numerusform>Tras {count} paso la gemela está más cerca esta vez: su error en la curva es {twin}, el de la aprendiz {learner}.</numerusform>
        <numerusform>Tras {count} pasos la gemela está más cerca esta vez: su error en la curva es {twin}, el de la aprendiz {learner}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} steps the twin is nearer this time: it misses this person's other ratings by {twin} stars, the learner by {learner}.</source>
      <translation>
        <numerusform>Tras {count} paso esta vez la gemela está más cerca: su error en las demás valoraciones de esta persona es de {twin} estrellas, el de la aprendiz de {learner}.</numerusform>
        <numerusform>Tras {count} pasos esta vez la gemela está más cerca: su error en las demás valoraciones de esta persona es de {twin} estrellas, el de la aprendiz de {learner}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: about as much.</source>
      <translation>
        <numerusform>Tras {count} actualización los recorridos de la aprendiz ganan {learner} y terminan a {near} de la meta; los de su gemela, {twin} y {far}: más o menos lo mismo.</numerusform>
        <numerusform>Tras {count} actualizaciones los recorridos de la aprendiz ganan {learner} y terminan a {near} de la meta; los de su gemela, {twin} y {far}: más o menos lo mismo.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: the learner earns more.</source>
      <translation>
        <numerusform>Tras {count} actualización los recorridos de la aprendiz ganan {learner} y terminan a {near} de la meta; los de su gemela, {twin} y {far}: la aprendiz gana más.</numerusform>
        <numerusform>Tras {count} actualizaciones los recorridos de la aprendiz ganan {learner} y terminan a {near} de la meta; los de su gemela, {twin} y {far}: la aprendiz gana más.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: the learner's start was made so that a few walks lead to any goal in the square.</source>
      <translation>
        <numerusform>Tras {count} actualización los recorridos de la aprendiz ganan {learner} y terminan a {near} de la meta; los de su gemela, {twin} y {far}: el inicio de la aprendiz se hizo para que unos pocos recorridos lleven a cualquier meta del cuadrado.</numerusform>
        <numerusform>Tras {count} actualizaciones los recorridos de la aprendiz ganan {learner} y terminan a {near} de la meta; los de su gemela, {twin} y {far}: el inicio de la aprendiz se hizo para que unos pocos recorridos lleven a cualquier meta del cuadrado.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and {far}: this time the twin earns more.</source>
      <translation>
        <numerusform>Tras {count} actualización los recorridos de la aprendiz ganan {learner} y terminan a {near} de la meta; los de su gemela, {twin} y {far}: esta vez gana más la gemela.</numerusform>
        <numerusform>Tras {count} actualizaciones los recorridos de la aprendiz ganan {learner} y terminan a {near} de la meta; los de su gemela, {twin} y {far}: esta vez gana más la gemela.</numerusform>
      </translation>
    </message>
    <message>
      <source>Again</source>
      <translation>Repetir</translation>
    </message>
    <message>
      <source>All classes</source>
      <translation>Todas las clases</translation>
    </message>
    <message>
      <source>All folders</source>
      <translation>Todas las carpetas</translation>
    </message>
    <message>
      <source>All images are labelled.</source>
      <translation>Todas las imágenes están etiquetadas.</translation>
    </message>
    <message>
      <source>All of them are less accurate than chance ({chance} %).</source>
      <translation>Todos aciertan menos que el azar ({chance} %).</translation>
    </message>
    <message>
      <source>All options</source>
      <translation>Todas las opciones</translation>
    </message>
    <message>
      <source>All remaining proposals are sure; these are the least sure.</source>
      <translation>Todas las propuestas restantes son seguras; estas son las menos seguras.</translation>
    </message>
    <message>
      <source>All runs</source>
      <translation>Todos los entrenamientos</translation>
    </message>
    <message>
      <source>All {done} images labelled</source>
      <translation>Todas las imágenes están etiquetadas ({done})</translation>
    </message>
    <message>
      <source>All: {role}</source>
      <translation>Todas: {role}</translation>
    </message>
    <message>
      <source>Alt</source>
      <translation>Alt</translation>
    </message>
    <message>
      <source>An episode may mix classes from several imported folders.</source>
      <translation>Un episodio puede mezclar clases de varias carpetas importadas.</translation>
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
      <source>An export is in progress.</source>
      <translation>Hay una exportación en curso.</translation>
    </message>
    <message>
      <source>An image of this episode cannot be read: {path}. {reason}</source>
      <translation>No se puede leer una imagen de este episodio: {path}. {reason}</translation>
    </message>
    <message>
      <source>An image to label is no longer in the project.</source>
      <translation>Una imagen que se iba a etiquetar ya no está en el proyecto.</translation>
    </message>
    <message>
      <source>An option is given as NAME=VALUE, not as {given}.</source>
      <translation>Una opción se indica como NOMBRE=VALOR, no como {given}.</translation>
    </message>
    <message>
      <source>An unexpected error occurred</source>
      <translation>Ocurrió un error inesperado</translation>
    </message>
    <message>
      <source>Another episode</source>
      <translation>Otro episodio</translation>
    </message>
    <message>
      <source>Another kind of taste</source>
      <translation>Un gusto de otra clase</translation>
    </message>
    <message>
      <source>Answers</source>
      <translation>Respuestas</translation>
    </message>
    <message>
      <source>Answers by confidence</source>
      <translation>Respuestas por confianza</translation>
    </message>
    <message>
      <source>Answers given with the help of an episode's other images. The temperature that sets their confidence was fitted on other episodes. All images are of one of the classes here, which those to label need not be.</source>
      <translation>Respuestas dadas con ayuda de las demás imágenes de un episodio. La temperatura que fija su confianza se ajustó en otros episodios. Aquí todas las imágenes son de una de las clases; las que se van a etiquetar pueden no serlo.</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Aspecto</translation>
    </message>
    <message>
      <source>Appears after the first validation.</source>
      <translation>Aparece tras la primera validación.</translation>
    </message>
    <message>
      <source>Approach and network</source>
      <translation>Método y red</translation>
    </message>
    <message>
      <source>Approach, network and episodes as you want them.</source>
      <translation>Método, red y episodios a elección.</translation>
    </message>
    <message>
      <source>Approaches</source>
      <translation>Métodos</translation>
    </message>
    <message>
      <source>Are {first} and {second} two classes, or two individuals of the class {name}? They were imported as classes.</source>
      <translation>¿Son {first} y {second} dos clases, o dos individuos de la clase {name}? Se importaron como clases.</translation>
    </message>
    <message>
      <source>Arrow keys</source>
      <translation>Flechas</translation>
    </message>
    <message>
      <source>As found</source>
      <translation>Tal como estaban</translation>
    </message>
    <message>
      <source>As it was</source>
      <translation>Como estaba</translation>
    </message>
    <message>
      <source>As often right as it says</source>
      <translation>Acierta tanto como dice</translation>
    </message>
    <message>
      <source>As on the page Label.</source>
      <translation>Según la página Etiquetar.</translation>
    </message>
    <message>
      <source>Ask me next</source>
      <translation>Preguntarme</translation>
    </message>
    <message>
      <source>Assign that class</source>
      <translation>Asignar esa clase</translation>
    </message>
    <message>
      <source>Assign the role {role} to the selected classes</source>
      <translation>Asignar el rol {role} a las clases seleccionadas</translation>
    </message>
    <message>
      <source>At least one query has to be left to recognise.</source>
      <translation>Debe quedar al menos una consulta por reconocer.</translation>
    </message>
    <message>
      <source>At least two classes need a readable example. Add examples first.</source>
      <translation>Al menos dos clases necesitan un ejemplo legible. Añadir antes ejemplos.</translation>
    </message>
    <message>
      <source>At least two classes need a row in the table of traits, or a readable example. Name such classes first.</source>
      <translation>Al menos dos clases necesitan una fila en la tabla de rasgos o un ejemplo legible. Nombrar antes esas clases.</translation>
    </message>
    <message>
      <source>At most {most} examples: the largest class has {images} images, and one is left to recognise.</source>
      <translation>Como mucho {most} ejemplos: la clase mayor tiene {images} imágenes, y una queda por reconocer.</translation>
    </message>
    <message>
      <source>At most {time}</source>
      <translation>Como máximo, {time}</translation>
    </message>
    <message>
      <source>Attention</source>
      <translation>Atención</translation>
    </message>
    <message>
      <source>Attention to each class</source>
      <translation>Atención a cada clase</translation>
    </message>
    <message>
      <source>Attention to each example</source>
      <translation>Atención a cada ejemplo</translation>
    </message>
    <message>
      <source>Attention width</source>
      <translation>Anchura de la atención</translation>
    </message>
    <message>
      <source>Augment images</source>
      <translation>Aumento de datos</translation>
    </message>
    <message>
      <source>Augmentation needs a trainable network; {name} is frozen.</source>
      <translation>El aumento de datos necesita una red que se entrene; {name} está congelada.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automática</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Atrás</translation>
    </message>
    <message>
      <source>Back to all images to label</source>
      <translation>Volver a todas las imágenes por etiquetar</translation>
    </message>
    <message>
      <source>Back to the search</source>
      <translation>Volver a la búsqueda</translation>
    </message>
    <message>
      <source>Baselines</source>
      <translation>Referencias</translation>
    </message>
    <message>
      <source>Before any step on the examples, {right} of {total} queries are right.</source>
      <translation>Antes de dar ningún paso con los ejemplos, {right} de {total} consultas son correctas.</translation>
    </message>
    <message>
      <source>Before the first step the learner misses the curve by {learner}, its twin by {twin}. Neither has seen a point.</source>
      <translation>Antes del primer paso el error de la aprendiz en la curva es {learner}, el de su gemela {twin}. Ninguna ha visto un punto.</translation>
    </message>
    <message>
      <source>Before the first step the learner misses the points by {learner}, its twin by {twin}. Neither has seen one.</source>
      <translation>Antes del primer paso el error de la aprendiz en los puntos es {learner}, el de su gemela {twin}. Ninguna los ha visto.</translation>
    </message>
    <message>
      <source>Before the first step the learner misses these ratings by {learner} stars, its twin by {twin}. Neither has seen one.</source>
      <translation>Antes del primer paso el error de la aprendiz en estas valoraciones es de {learner} estrellas, el de su gemela de {twin}. Ninguna ha visto una.</translation>
    </message>
    <message>
      <source>Before the first step the learner misses this person's other ratings by {learner} stars, its twin by {twin}. Neither has seen a rating.</source>
      <translation>Antes del primer paso el error de la aprendiz en las demás valoraciones de esta persona es de {learner} estrellas, el de su gemela de {twin}. Ninguna ha visto una valoración.</translation>
    </message>
    <message>
      <source>Before the first update the learner's walks earn {learner} on average, its twin's {twin}. Neither knows where the goal is: there is nothing to see of it, but what a walk earns.</source>
      <translation>Antes de la primera actualización los recorridos de la aprendiz ganan {learner} de media; los de su gemela, {twin}. Ninguna sabe dónde está la meta: solo se nota en lo que gana un recorrido.</translation>
    </message>
    <message>
      <source>Best simple head</source>
      <translation>Mejor método sin entrenar</translation>
    </message>
    <message>
      <source>Best so far</source>
      <translation>Lo mejor hasta ahora</translation>
    </message>
    <message>
      <source>Best training</source>
      <translation>Mejor entrenamiento</translation>
    </message>
    <message>
      <source>But it is the best of {looked_at} approaches by these very episodes, as there are too few validation classes: allowing for that (Holm's correction), the difference may be luck.</source>
      <translation>Pero es el mejor de {looked_at} métodos según estos mismos episodios, porque hay muy pocas clases de validación: teniéndolo en cuenta (corrección de Holm), la diferencia puede deberse al azar.</translation>
    </message>
    <message>
      <source>By keyboard: arrows choose a picture, 1 to 5 give stars, 0 takes them away.</source>
      <translation>Con el teclado: las flechas eligen una imagen, de 1 a 5 se dan estrellas, 0 las quita.</translation>
    </message>
    <message>
      <source>By keyboard: arrows move the cursor, Enter adds a point, Page Down chooses one, Delete removes it.</source>
      <translation>Con el teclado: las flechas mueven el cursor, Intro añade un punto, Av Pág elige uno, Supr lo quita.</translation>
    </message>
    <message>
      <source>By keyboard: arrows move the goal, with Shift further.</source>
      <translation>Con el teclado: las flechas mueven la meta; con Mayús, más lejos.</translation>
    </message>
    <message>
      <source>By setting</source>
      <translation>Por ajuste</translation>
    </message>
    <message>
      <source>CSV table</source>
      <translation>Tabla CSV</translation>
    </message>
    <message>
      <source>Camera</source>
      <translation>Cámara</translation>
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
      <source>Cancelled; nothing was kept.</source>
      <translation>Se canceló; no se conservó nada.</translation>
    </message>
    <message>
      <source>Cannot be read now</source>
      <translation>No se puede leer ahora</translation>
    </message>
    <message>
      <source>Centre features on the support mean</source>
      <translation>Centrar las características en la media del soporte</translation>
    </message>
    <message>
      <source>Chance</source>
      <translation>Al azar</translation>
    </message>
    <message>
      <source>Chance, {way} classes</source>
      <translation>Al azar, {way} clases</translation>
    </message>
    <message>
      <source>Change folder…</source>
      <translation>Cambiar carpeta…</translation>
    </message>
    <message>
      <source>Change roles</source>
      <translation>Cambiar roles</translation>
    </message>
    <message>
      <source>Channel shown as blue</source>
      <translation>Canal que se muestra en azul</translation>
    </message>
    <message>
      <source>Channel shown as green</source>
      <translation>Canal que se muestra en verde</translation>
    </message>
    <message>
      <source>Channel shown as red</source>
      <translation>Canal que se muestra en rojo</translation>
    </message>
    <message>
      <source>Channel {channel} was chosen, but the file has {channels}. Import it with other channels.</source>
      <translation>Se eligió el canal {channel}, pero el archivo tiene {channels}. Hay que importarlo con otros canales.</translation>
    </message>
    <message>
      <source>Channels are three numbers from 1 on, for red, green and blue, such as 3,2,1, not {text}.</source>
      <translation>Los canales son tres números a partir de 1, para rojo, verde y azul, como 3,2,1, no {text}.</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Comprobar</translation>
    </message>
    <message>
      <source>Check settings</source>
      <translation>Comprobar los ajustes</translation>
    </message>
    <message>
      <source>Checking the project file</source>
      <translation>Comprobando el archivo del proyecto</translation>
    </message>
    <message>
      <source>Checking {path}</source>
      <translation>Comprobando {path}</translation>
    </message>
    <message>
      <source>Checkpoints are selected on these classes, so accuracy is optimistic.</source>
      <translation>Los puntos de control se eligen con estas clases, así que el acierto es optimista.</translation>
    </message>
    <message>
      <source>Checkpoints are selected on validation classes, so accuracy there is optimistic.</source>
      <translation>Los puntos de control se eligen con las clases de validación, así que ese acierto es optimista.</translation>
    </message>
    <message>
      <source>Choose a cell or a row to see its images here.</source>
      <translation>Elegir una celda o una fila para ver aquí las imágenes.</translation>
    </message>
    <message>
      <source>Choose a folder and set its layout and class roles</source>
      <translation>Elegir una carpeta e indicar su organización y los roles de sus clases</translation>
    </message>
    <message>
      <source>Choose a folder of images</source>
      <translation>Elegir una carpeta de imágenes</translation>
    </message>
    <message>
      <source>Choose a folder of images to label</source>
      <translation>Elegir una carpeta de imágenes por etiquetar</translation>
    </message>
    <message>
      <source>Choose a folder with one sub-folder of examples per class</source>
      <translation>Elegir una carpeta con una subcarpeta de ejemplos por clase</translation>
    </message>
    <message>
      <source>Choose a table of files and classes</source>
      <translation>Elegir una tabla de archivos y clases</translation>
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
      <source>Choose an approach on the left and press Start. Over many episodes it learns how to learn new classes from a few examples.</source>
      <translation>Elegir un método a la izquierda y pulsar «Empezar». A lo largo de muchos episodios aprende a aprender clases nuevas a partir de unos pocos ejemplos.</translation>
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
      <source>Choose for me</source>
      <translation>Elegir automáticamente</translation>
    </message>
    <message>
      <source>Choose it first: it is fast, has few settings, and stays accurate when new classes get more examples.</source>
      <translation>Conviene probarlo primero: es rápido, hay poco que ajustar y mantiene el acierto cuando las clases nuevas reciben más ejemplos.</translation>
    </message>
    <message>
      <source>Choose it to see what meta-learning adds: it is the same network, trained without it.</source>
      <translation>Conviene para ver qué aporta el metaaprendizaje: es la misma red, entrenada sin él.</translation>
    </message>
    <message>
      <source>Choose it when examples arrive one at a time and predictions are needed from the first one on.</source>
      <translation>Conviene cuando los ejemplos llegan de uno en uno y hacen falta predicciones desde el primero.</translation>
    </message>
    <message>
      <source>Choose it when experts can describe the classes in a table and some have no images yet.</source>
      <translation>Conviene cuando personas expertas pueden describir las clases en una tabla y algunas no tienen aún imágenes.</translation>
    </message>
    <message>
      <source>Choose it when new classes differ so much from the training classes that the network itself must adapt.</source>
      <translation>Conviene cuando las clases nuevas son tan distintas de las de entrenamiento que la propia red tiene que adaptarse.</translation>
    </message>
    <message>
      <source>Choose it when new classes get several examples each, and for quick answers while labelling.</source>
      <translation>Conviene cuando cada clase nueva recibe varios ejemplos y se quieren respuestas rápidas al etiquetar.</translation>
    </message>
    <message>
      <source>Choose it when new classes look unlike the training classes and you have several examples of each.</source>
      <translation>Conviene cuando las clases nuevas no se parecen a las de entrenamiento y hay varios ejemplos de cada una.</translation>
    </message>
    <message>
      <source>Choose it when new classes should be learned in a few steps and you do not want to set the step size yourself.</source>
      <translation>Conviene cuando las clases nuevas deben aprenderse en pocos pasos y no se quiere fijar a mano su tamaño.</translation>
    </message>
    <message>
      <source>Choose it when the classes to tell apart resemble each other, and there is time to train.</source>
      <translation>Conviene cuando las clases que hay que distinguir se parecen y hay tiempo para entrenar.</translation>
    </message>
    <message>
      <source>Choose it when the images of a class look different from each other, as each example is compared separately.</source>
      <translation>Conviene cuando las imágenes de una clase son distintas entre sí, porque cada ejemplo se compara por separado.</translation>
    </message>
    <message>
      <source>Choose it when the network should adapt to each new image, in a single pass.</source>
      <translation>Conviene cuando la red debe adaptarse a cada imagen nueva, en una sola pasada.</translation>
    </message>
    <message>
      <source>Choose it when there are many images to train on, or with the pretrained network: it trains quickly and is a good baseline for the other approaches.</source>
      <translation>Conviene cuando hay muchas imágenes con las que entrenar o con la red preentrenada: se entrena rápido y es una buena referencia para los demás métodos.</translation>
    </message>
    <message>
      <source>Choose it when there are many training classes: it is simple, trains quickly and is hard to beat.</source>
      <translation>Conviene cuando hay muchas clases de entrenamiento: es sencillo, se entrena rápido y es difícil de superar.</translation>
    </message>
    <message>
      <source>Choose it when there is one example of each class, which is what it was made for.</source>
      <translation>Conviene cuando hay un ejemplo de cada clase, que es para lo que se hizo.</translation>
    </message>
    <message>
      <source>Choose myself</source>
      <translation>Elegir a mano</translation>
    </message>
    <message>
      <source>Choose one of the images below first.</source>
      <translation>Elegir antes una de las imágenes de abajo.</translation>
    </message>
    <message>
      <source>Choose the folder they are in now; they are recognised by content.</source>
      <translation>Elegir la carpeta donde están ahora; se reconocen por el contenido.</translation>
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
      <source>Class name</source>
      <translation>Nombre de la clase</translation>
    </message>
    <message>
      <source>Class roles</source>
      <translation>Roles de las clases</translation>
    </message>
    <message>
      <source>Class similarity</source>
      <translation>Parecido con una clase</translation>
    </message>
    <message>
      <source>Class {name} added</source>
      <translation>Clase {name} añadida</translation>
    </message>
    <message numerus="yes">
      <source>Class {name} made of {count} images</source>
      <translation>
        <numerusform>Clase {name} creada con {count} imagen</numerusform>
        <numerusform>Clase {name} creada con {count} imágenes</numerusform>
      </translation>
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
      <source>Classes from a table…</source>
      <translation>Clases de una tabla…</translation>
    </message>
    <message>
      <source>Classes of folders</source>
      <translation>Clases de las carpetas</translation>
    </message>
    <message>
      <source>Classes per episode (way).</source>
      <translation>Clases por episodio (en inglés, «way»).</translation>
    </message>
    <message>
      <source>Classes per training episode (0: as in testing)</source>
      <translation>Clases por episodio de entrenamiento (0: como en la prueba)</translation>
    </message>
    <message numerus="yes">
      <source>Classes taken from {table}, the project's table of traits: {count} classes.</source>
      <translation>
        <numerusform>Clases tomadas de {table}, la tabla de rasgos del proyecto: {count} clase.</numerusform>
        <numerusform>Clases tomadas de {table}, la tabla de rasgos del proyecto: {count} clases.</numerusform>
      </translation>
    </message>
    <message>
      <source>Classes that were learned from</source>
      <translation>Clases de las que se aprendió</translation>
    </message>
    <message>
      <source>Classes to label with</source>
      <translation>Clases para etiquetar</translation>
    </message>
    <message>
      <source>Classes without a row: {classes}</source>
      <translation>Clases sin fila: {classes}</translation>
    </message>
    <message>
      <source>Classes, and examples of each</source>
      <translation>Clases y ejemplos de cada una</translation>
    </message>
    <message>
      <source>Classifier</source>
      <translation>Clasificador</translation>
    </message>
    <message>
      <source>Classifier and last block</source>
      <translation>Clasificador y último bloque</translation>
    </message>
    <message>
      <source>Classifier fitting steps</source>
      <translation>Pasos de ajuste del clasificador</translation>
    </message>
    <message>
      <source>Classifier initialisation</source>
      <translation>Inicio del clasificador</translation>
    </message>
    <message>
      <source>Classifier learning rate factor (shared initialisation)</source>
      <translation>Factor de la tasa de aprendizaje del clasificador (inicio común)</translation>
    </message>
    <message>
      <source>Classifier only (fast)</source>
      <translation>Solo el clasificador (rápido)</translation>
    </message>
    <message>
      <source>Classifier only: faster (ANIL)</source>
      <translation>Solo el clasificador: más rápido (ANIL)</translation>
    </message>
    <message>
      <source>Clearly better than chance</source>
      <translation>Claramente mejor que el azar</translation>
    </message>
    <message>
      <source>Clearly less accurate than {what}</source>
      <translation>Acierta claramente menos que {what}</translation>
    </message>
    <message>
      <source>Clearly more accurate than both baselines</source>
      <translation>Acierta claramente más que las dos referencias</translation>
    </message>
    <message>
      <source>Clearly more accurate than {what}</source>
      <translation>Acierta claramente más que {what}</translation>
    </message>
    <message>
      <source>Click a cell, or use the arrow keys and Enter, to see its images.</source>
      <translation>Para ver las imágenes, pulsar una celda o usar las flechas e Intro.</translation>
    </message>
    <message>
      <source>Click a star to give it, the last one again to take them away.</source>
      <translation>Un clic da estrellas; otro en la última las quita.</translation>
    </message>
    <message>
      <source>Click or drag to put the goal somewhere else.</source>
      <translation>Un clic o arrastrar lleva la meta a otro lugar.</translation>
    </message>
    <message>
      <source>Click to add a point, drag to move it, right-click to remove it.</source>
      <translation>Un clic añade un punto, al arrastrarlo se mueve, el botón derecho lo quita.</translation>
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
    <message>
      <source>Colour</source>
      <translation>Color</translation>
    </message>
    <message>
      <source>Colour images, few of each class: the pretrained network is suggested.</source>
      <translation>Imágenes en color, pocas de cada clase: se sugiere la red preentrenada.</translation>
    </message>
    <message>
      <source>Colour images: the pretrained network is suggested.</source>
      <translation>Imágenes en color: se sugiere la red preentrenada.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Colores</translation>
    </message>
    <message numerus="yes">
      <source>Column {name}: {count} cells are not numbers (the first: “{cell}” in row {row}), so the column is read as categories. Use numbers, ranges such as 5-7, or ? for unknown.</source>
      <translation>
        <numerusform>Columna {name}: {count} celda no es un número («{cell}» en la fila {row}), así que la columna se lee como categorías. Usar un número, un intervalo como 5-7, o ? si no se sabe.</numerusform>
        <numerusform>Columna {name}: {count} celdas no son números (la primera: «{cell}» en la fila {row}), así que la columna se lee como categorías. Usar números, intervalos como 5-7, o ? si no se sabe.</numerusform>
      </translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparar</translation>
    </message>
    <message>
      <source>Compare selection</source>
      <translation>Comparar la selección</translation>
    </message>
    <message>
      <source>Comparison</source>
      <translation>Comparación</translation>
    </message>
    <message>
      <source>Comparisons</source>
      <translation>Comparaciones</translation>
    </message>
    <message>
      <source>Component 1</source>
      <translation>Componente 1</translation>
    </message>
    <message>
      <source>Component 2</source>
      <translation>Componente 2</translation>
    </message>
    <message>
      <source>Compute embedding</source>
      <translation>Calcular la representación</translation>
    </message>
    <message>
      <source>Computing on {device}</source>
      <translation>Se calcula en {device}</translation>
    </message>
    <message>
      <source>Computing the embedding…</source>
      <translation>Calculando la representación…</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Confianza</translation>
    </message>
    <message>
      <source>Confidence (%)</source>
      <translation>Confianza (%)</translation>
    </message>
    <message>
      <source>Confused with</source>
      <translation>Con qué se confunde</translation>
    </message>
    <message>
      <source>Confusion</source>
      <translation>Confusión</translation>
    </message>
    <message>
      <source>Confusion matrix</source>
      <translation>Matriz de confusión</translation>
    </message>
    <message>
      <source>Constant</source>
      <translation>Constante</translation>
    </message>
    <message>
      <source>Continue where you left off.</source>
      <translation>Continuar donde se dejó.</translation>
    </message>
    <message>
      <source>Controller units</source>
      <translation>Unidades del controlador</translation>
    </message>
    <message>
      <source>Copies of the labelled images, one folder per class. The originals stay where they are.</source>
      <translation>Copias de las imágenes etiquetadas, una carpeta por clase. Las originales se quedan donde están.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copiar</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>Copiar informe</translation>
    </message>
    <message>
      <source>Copy table</source>
      <translation>Copiar la tabla</translation>
    </message>
    <message>
      <source>Copying {name}…</source>
      <translation>Copiando {name}…</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>Correctas</translation>
    </message>
    <message>
      <source>Cosine</source>
      <translation>Coseno</translation>
    </message>
    <message>
      <source>Cosine similarity to the mean, as in the paper</source>
      <translation>Similitud del coseno con la media, como en el artículo</translation>
    </message>
    <message>
      <source>Cosine with each class</source>
      <translation>Coseno con cada clase</translation>
    </message>
    <message>
      <source>Cosines</source>
      <translation>Cosenos</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Coste</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Veces</translation>
    </message>
    <message>
      <source>Creating {name}…</source>
      <translation>Creando {name}…</translation>
    </message>
    <message>
      <source>Crop</source>
      <translation>Recortar</translation>
    </message>
    <message>
      <source>Ctrl</source>
      <translation>Ctrl</translation>
    </message>
    <message>
      <source>Ctrl+click</source>
      <translation>Ctrl+clic</translation>
    </message>
    <message>
      <source>Curves</source>
      <translation>Curvas</translation>
    </message>
    <message>
      <source>Curves learned from before</source>
      <translation>Curvas aprendidas antes</translation>
    </message>
    <message>
      <source>Damaged when it was opened last</source>
      <translation>Dañado la última vez que se abrió</translation>
    </message>
    <message>
      <source>Damaged, or no project</source>
      <translation>Dañado, o no es un proyecto</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Oscuro</translation>
    </message>
    <message>
      <source>Decided by</source>
      <translation>Lo que decidió</translation>
    </message>
    <message>
      <source>Decided by you: none of these classes</source>
      <translation>Decisión propia: ninguna de estas clases</translation>
    </message>
    <message>
      <source>Decided by you: unknown</source>
      <translation>Decisión propia: sin identificar</translation>
    </message>
    <message>
      <source>Decided by you: {name}</source>
      <translation>Decisión propia: {name}</translation>
    </message>
    <message>
      <source>Decided by {names}</source>
      <translation>Lo que decidió: {names}</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Decisión</translation>
    </message>
    <message>
      <source>Decisions</source>
      <translation>Decisiones</translation>
    </message>
    <message>
      <source>Del</source>
      <translation>Supr</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Borrar</translation>
    </message>
    <message>
      <source>Delete all</source>
      <translation>Borrar todo</translation>
    </message>
    <message>
      <source>Delete or Backspace</source>
      <translation>Supr o Retroceso</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Detalles</translation>
    </message>
    <message>
      <source>Detect automatically</source>
      <translation>Detectar automáticamente</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Dispositivo</translation>
    </message>
    <message>
      <source>Differences in accuracy explained (%)</source>
      <translation>Diferencias de acierto explicadas (%)</translation>
    </message>
    <message>
      <source>Distance of centred vectors, as SimpleShot</source>
      <translation>Distancia entre vectores centrados, como SimpleShot</translation>
    </message>
    <message>
      <source>Distance to each class</source>
      <translation>Distancia a cada clase</translation>
    </message>
    <message>
      <source>Distances</source>
      <translation>Distancias</translation>
    </message>
    <message>
      <source>Do not offer the tour again; the guide has it.</source>
      <translation>No volver a ofrecer la visita; está en la guía.</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Terminar</translation>
    </message>
    <message>
      <source>Done: see the {tab} tab of the Check page.</source>
      <translation>Listo: el resultado está en «Comprobar», en la pestaña «{tab}».</translation>
    </message>
    <message>
      <source>Drag to the left to see earlier moments of this training.</source>
      <translation>Arrastrar hacia la izquierda para ver momentos anteriores de este entrenamiento.</translation>
    </message>
    <message>
      <source>Draw a curve</source>
      <translation>Dibujar una curva</translation>
    </message>
    <message>
      <source>Draw a person</source>
      <translation>Sortear una persona</translation>
    </message>
    <message>
      <source>Draw the pictures</source>
      <translation>Dibujar las imágenes</translation>
    </message>
    <message>
      <source>Drawing image {done} of {total}</source>
      <translation>Dibujando la imagen {done} de {total}</translation>
    </message>
    <message>
      <source>Drawing the example in {folder}…</source>
      <translation>Dibujando el ejemplo en {folder}…</translation>
    </message>
    <message>
      <source>Drawing the sample: {done} of {total}</source>
      <translation>Dibujando el ejemplo: {done} de {total}</translation>
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
      <source>Drop files on a class, or a folder with one sub-folder per class here.</source>
      <translation>Soltar archivos sobre una clase, o aquí una carpeta con una subcarpeta por clase.</translation>
    </message>
    <message>
      <source>Drop folders or tables here to import them</source>
      <translation>Soltar aquí carpetas o tablas para importarlas</translation>
    </message>
    <message>
      <source>Dropout</source>
      <translation>Dropout</translation>
    </message>
    <message>
      <source>Each class becomes one point, the mean of its examples. In this drawing, {first} and {second} are closest together.</source>
      <translation>Cada clase se convierte en un punto, la media de sus ejemplos. En este dibujo, las más próximas entre sí son {first} y {second}.</translation>
    </message>
    <message>
      <source>Each image is its own specimen</source>
      <translation>Cada imagen es un ejemplar distinto</translation>
    </message>
    <message>
      <source>Each image is slightly rotated, sheared, scaled and shifted, differently in each episode. A little slower; reduces overfitting.</source>
      <translation>Cada imagen se gira, se inclina, se escala y se desplaza un poco, de otro modo en cada episodio. Algo más lento; reduce el sobreajuste.</translation>
    </message>
    <message>
      <source>Each query gets the class of the nearest prototype. The closest call is query {query}: {second} is only {percent} % farther than {first}.</source>
      <translation>Cada consulta recibe la clase del prototipo más cercano. La más dudosa es la consulta {query}: {second} está solo un {percent} % más lejos que {first}.</translation>
    </message>
    <message>
      <source>Each query gets the class whose mean points most nearly in its direction. The closest call is query {query}: {first} with {high} against {second} with {low}.</source>
      <translation>Cada consulta recibe la clase cuya media apunta en la dirección más parecida. La más dudosa es la consulta {query}: {first} con {high} frente a {second} con {low}.</translation>
    </message>
    <message>
      <source>Each query is compared with each example. Pairs of one class look alike with a probability of {own} % on average, pairs of two classes with {other} %.</source>
      <translation>Cada consulta se compara con cada ejemplo. Los pares de una misma clase se parecen con una probabilidad media del {own} %; los de dos clases, del {other} %.</translation>
    </message>
    <message>
      <source>Each query shares its attention among the examples: {own} % goes to those of its own class; evenly shared, it would be {chance} %.</source>
      <translation>Cada consulta reparte su atención entre los ejemplos: el {own} % va a los de su propia clase; repartida por igual, sería el {chance} %.</translation>
    </message>
    <message>
      <source>Each sub-folder becomes a class, with its images as examples.</source>
      <translation>Cada subcarpeta se convierte en una clase, con sus imágenes como ejemplos.</translation>
    </message>
    <message>
      <source>Each sub-folder is a class</source>
      <translation>Cada subcarpeta es una clase</translation>
    </message>
    <message>
      <source>Each sub-folder is a class, and the folders inside it are individuals</source>
      <translation>Cada subcarpeta es una clase, y las carpetas que contiene son individuos</translation>
    </message>
    <message>
      <source>Each sub-folder is a separate folder of classes</source>
      <translation>Cada subcarpeta es una carpeta de clases independiente</translation>
    </message>
    <message>
      <source>Each sub-folder of a class is a specimen</source>
      <translation>Cada subcarpeta de una clase es un ejemplar</translation>
    </message>
    <message>
      <source>Earlier searches</source>
      <translation>Búsquedas anteriores</translation>
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
      <source>Edit classes</source>
      <translation>Editar clases</translation>
    </message>
    <message>
      <source>Edit runs</source>
      <translation>Editar entrenamientos</translation>
    </message>
    <message>
      <source>Embed images to label</source>
      <translation>Procesar las imágenes por etiquetar</translation>
    </message>
    <message>
      <source>Embedding</source>
      <translation>Representación</translation>
    </message>
    <message>
      <source>Embedding plot</source>
      <translation>Gráfico de la representación</translation>
    </message>
    <message>
      <source>Embedding size</source>
      <translation>Tamaño de la representación</translation>
    </message>
    <message>
      <source>Embedding, fast</source>
      <translation>Vectores, rápidos</translation>
    </message>
    <message>
      <source>Embedding, slow</source>
      <translation>Vectores, lentos</translation>
    </message>
    <message>
      <source>Empty image</source>
      <translation>Imagen vacía</translation>
    </message>
    <message>
      <source>Empty images</source>
      <translation>Imágenes vacías</translation>
    </message>
    <message>
      <source>End early after this many validations without improvement; 0: never.</source>
      <translation>Terminar antes tras este número de validaciones sin mejora; 0: nunca.</translation>
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
      <source>Entry {number} of {path}: {why}</source>
      <translation>Entrada {number} de {path}: {why}</translation>
    </message>
    <message>
      <source>Episode</source>
      <translation>Episodio</translation>
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
      <source>Episode {episode} of {total}, best {best} at {at}</source>
      <translation>Episodio {episode} de {total}, mejor: {best} en el {at}</translation>
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
      <source>Episodes averaged for each weight update (meta-batch size).</source>
      <translation>Episodios que se promedian en cada actualización de los pesos (tamaño del metalote).</translation>
    </message>
    <message>
      <source>Episodes done</source>
      <translation>Episodios hechos</translation>
    </message>
    <message>
      <source>Episodes have {way} classes, but the network could tell at most {most} apart. Choose a larger maximum number of classes, or fewer classes per episode.</source>
      <translation>Los episodios tienen {way} clases, pero la red distinguiría como mucho {most}. Elegir un número máximo de clases mayor o menos clases por episodio.</translation>
    </message>
    <message>
      <source>Episodes learned from before</source>
      <translation>Episodios aprendidos antes</translation>
    </message>
    <message>
      <source>Episodes per step</source>
      <translation>Episodios por paso</translation>
    </message>
    <message>
      <source>Episodes with more classes are harder, so the two curves are not directly comparable.</source>
      <translation>Los episodios con más clases son más difíciles, así que las dos curvas no son directamente comparables.</translation>
    </message>
    <message>
      <source>Error at the points</source>
      <translation>Error en los puntos</translation>
    </message>
    <message>
      <source>Error at the points: {error}</source>
      <translation>Error en los puntos: {error}</translation>
    </message>
    <message>
      <source>Error at the ratings</source>
      <translation>Error en lo valorado</translation>
    </message>
    <message>
      <source>Error at the ratings: {error}</source>
      <translation>Error en lo valorado: {error}</translation>
    </message>
    <message>
      <source>Estimate cost</source>
      <translation>Estimar el coste</translation>
    </message>
    <message>
      <source>Estimated from the confidence of each proposal; images of none of these classes may be among them.</source>
      <translation>Calculado con la confianza de cada propuesta; puede haber entre ellas imágenes de ninguna de estas clases.</translation>
    </message>
    <message>
      <source>Estimating cost…</source>
      <translation>Estimando el coste…</translation>
    </message>
    <message>
      <source>Evaluate the selected models and the baselines on the same episodes</source>
      <translation>Evaluar los modelos seleccionados y las referencias en los mismos episodios</translation>
    </message>
    <message>
      <source>Every class needs an example image or traits. Add one or the other, or remove the class.</source>
      <translation>Cada clase necesita una imagen de ejemplo o rasgos. Añadir una cosa o la otra, o quitar la clase.</translation>
    </message>
    <message>
      <source>Every class needs at least one example image. Add one, or remove the class.</source>
      <translation>Cada clase necesita al menos una imagen de ejemplo. Añadir una o quitar la clase.</translation>
    </message>
    <message>
      <source>Every image is proposed a class, unknown ones too.</source>
      <translation>Para cada imagen se propone una clase, también para las desconocidas.</translation>
    </message>
    <message>
      <source>Everything in {path} is saved, but part of it is still in {log}, because writing to the disk failed ({reason}). Keep the two files together, free some space and open the project again.</source>
      <translation>Todo lo de {path} está guardado, pero una parte sigue en {log} porque no se pudo escribir en el disco ({reason}). Mantener los dos archivos juntos, liberar espacio y volver a abrir el proyecto.</translation>
    </message>
    <message>
      <source>Examine run {run}</source>
      <translation>Examinar el entrenamiento {run}</translation>
    </message>
    <message>
      <source>Examine the selected run</source>
      <translation>Examinar el entrenamiento seleccionado</translation>
    </message>
    <message>
      <source>Example</source>
      <translation>Ejemplo</translation>
    </message>
    <message>
      <source>Example groups for the fast weights of an episode</source>
      <translation>Grupos de ejemplos para los pesos rápidos de un episodio</translation>
    </message>
    <message>
      <source>Example moved to {name}</source>
      <translation>Ejemplo movido a {name}</translation>
    </message>
    <message>
      <source>Example of {name}</source>
      <translation>Ejemplo de {name}</translation>
    </message>
    <message>
      <source>Example of {name}: {file}</source>
      <translation>Ejemplo de {name}: {file}</translation>
    </message>
    <message>
      <source>Example {seen}</source>
      <translation>Ejemplo {seen}</translation>
    </message>
    <message>
      <source>Example {seen} of {total}, of {name}, was written to {rows} of the memory's {all} rows. Asked now, the queries read {own} % from examples of their own class, and {right} of {queries} are right.</source>
      <translation>El ejemplo {seen} de {total}, de {name}, se escribió en {rows} de las {all} filas de la memoria. Si se pregunta ahora, las consultas leen un {own} % de ejemplos de su propia clase, y {right} de {queries} son correctas.</translation>
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
      <source>Examples per class</source>
      <translation>Ejemplos por clase</translation>
    </message>
    <message>
      <source>Examples per class in training (0: as in testing)</source>
      <translation>Ejemplos por clase al entrenar (0: como en la prueba)</translation>
    </message>
    <message>
      <source>Examples that may be of another class, most doubtful first ({key})</source>
      <translation>Ejemplos que pueden ser de otra clase, los más dudosos primero ({key})</translation>
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
      <source>Export run</source>
      <translation>Exportar el entrenamiento</translation>
    </message>
    <message>
      <source>Export run…</source>
      <translation>Exportar el entrenamiento…</translation>
    </message>
    <message>
      <source>Export to {name}</source>
      <translation>Exportar a {name}</translation>
    </message>
    <message>
      <source>Export without class names…</source>
      <translation>Exportar sin nombres de clases…</translation>
    </message>
    <message>
      <source>Export {name}</source>
      <translation>Exportar {name}</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportar…</translation>
    </message>
    <message>
      <source>F1 opens the page about what is shown</source>
      <translation>F1 abre la página sobre lo que se muestra</translation>
    </message>
    <message>
      <source>FEAT</source>
      <translation>FEAT</translation>
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
      <source>Fast weights</source>
      <translation>Pesos rápidos</translation>
    </message>
    <message>
      <source>Faster to train than the small network: its convolutions skip pixels instead of pooling them, as in the papers on MAML and Reptile.</source>
      <translation>Se entrena más deprisa que la red pequeña: sus convoluciones saltan píxeles en lugar de agruparlos, como en los artículos de MAML y Reptile.</translation>
    </message>
    <message>
      <source>Fastest</source>
      <translation>El más rápido</translation>
    </message>
    <message>
      <source>Few of many classes</source>
      <translation>Pocas de muchas clases</translation>
    </message>
    <message>
      <source>Fewer than {need} images: train with fewer examples or queries.</source>
      <translation>Menos de {need} imágenes: entrenar con menos ejemplos o consultas.</translation>
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
      <source>File type:</source>
      <translation>Tipo de archivo:</translation>
    </message>
    <message>
      <source>Files and reasons</source>
      <translation>Archivos y motivos</translation>
    </message>
    <message>
      <source>Files of runs (*.safetensors)</source>
      <translation>Archivos de entrenamientos (*.safetensors)</translation>
    </message>
    <message>
      <source>Files with several pages or channels</source>
      <translation>Archivos con varias páginas o canales</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>Buscar una clase</translation>
    </message>
    <message>
      <source>Find a class by name and assign it</source>
      <translation>Buscar una clase por el nombre y asignarla</translation>
    </message>
    <message>
      <source>Find unknown images</source>
      <translation>Buscar imágenes desconocidas</translation>
    </message>
    <message>
      <source>Find what decided</source>
      <translation>Buscar lo que decidió</translation>
    </message>
    <message>
      <source>Findings: {what}</source>
      <translation>Hallazgos: {what}</translation>
    </message>
    <message>
      <source>Fine-tuning learning rate</source>
      <translation>Tasa de aprendizaje del ajuste fino</translation>
    </message>
    <message>
      <source>Fine-tuning optimiser</source>
      <translation>Optimizador del ajuste fino</translation>
    </message>
    <message>
      <source>Fine-tuning step size</source>
      <translation>Tamaño de paso del ajuste fino</translation>
    </message>
    <message>
      <source>Fine-tuning steps on a new task</source>
      <translation>Pasos de ajuste fino en una tarea nueva</translation>
    </message>
    <message>
      <source>Fine-tuning steps on the whole network (0: none)</source>
      <translation>Pasos de ajuste fino de toda la red (0: ninguno)</translation>
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
      <source>Finishing what the test needs</source>
      <translation>Terminando lo que la prueba necesita</translation>
    </message>
    <message>
      <source>First layer</source>
      <translation>Primera capa</translation>
    </message>
    <message>
      <source>First order (faster)</source>
      <translation>Primer orden (más rápido)</translation>
    </message>
    <message>
      <source>Fitted classifier</source>
      <translation>Clasificador ajustado</translation>
    </message>
    <message>
      <source>Five-shot</source>
      <translation>Cinco</translation>
    </message>
    <message>
      <source>Fixed, as in the paper</source>
      <translation>Fijo, como en el artículo</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Carpeta</translation>
    </message>
    <message>
      <source>Folder layout</source>
      <translation>Organización de la carpeta</translation>
    </message>
    <message>
      <source>Folders</source>
      <translation>Carpetas</translation>
    </message>
    <message>
      <source>Folders are kept apart, and small ones are drawn as often as large ones: their classes count more.</source>
      <translation>Las carpetas no se mezclan, y las pequeñas salen tan a menudo como las grandes: sus clases cuentan más.</translation>
    </message>
    <message>
      <source>Folders can be compared only where two or more have at least two classes each.</source>
      <translation>Las carpetas solo se pueden comparar cuando dos o más tienen al menos dos clases cada una.</translation>
    </message>
    <message>
      <source>Folders can be compared only where two or more have classes.</source>
      <translation>Las carpetas solo se pueden comparar cuando dos o más tienen clases.</translation>
    </message>
    <message>
      <source>For some of them only, select those first.</source>
      <translation>Para solo algunas de ellas, primero hay que seleccionarlas.</translation>
    </message>
    <message>
      <source>For you alone: nothing is learned from it.</source>
      <translation>Solo para quien trabaja aquí: de ella no se aprende nada.</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Formato</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Adelante</translation>
    </message>
    <message>
      <source>Frames to look at</source>
      <translation>Imágenes por revisar</translation>
    </message>
    <message>
      <source>From a backup</source>
      <translation>De una copia de seguridad</translation>
    </message>
    <message>
      <source>From the classes you have, the program learns how to tell new ones apart. Leave the choice to it, or choose how it learns, and press Start. You can also skip this: a pretrained network comes with it.</source>
      <translation>De las clases ya conocidas, el programa aprende a distinguir clases nuevas. Se le puede dejar la elección o elegir cómo aprende, y pulsar Empezar. Este paso se puede omitir: el programa incluye una red preentrenada.</translation>
    </message>
    <message>
      <source>From the largest test with the classes and examples a model was trained for, or with those set above once they are changed; with the wider of its two 95 % confidence intervals: over episodes, and over which classes were drawn.</source>
      <translation>De la prueba más larga con las clases y los ejemplos para los que se entrenó el modelo, o con los indicados arriba una vez cambiados; con el más ancho de sus dos intervalos de confianza del 95 %: según los episodios y según las clases que tocaron.</translation>
    </message>
    <message>
      <source>From the next start of the program on.</source>
      <translation>A partir del próximo inicio del programa.</translation>
    </message>
    <message>
      <source>Full context embeddings</source>
      <translation>Representaciones con contexto completo</translation>
    </message>
    <message>
      <source>Getting ready</source>
      <translation>Preparando</translation>
    </message>
    <message>
      <source>Give a folder of examples, a table of traits, or both: the project has no table of traits that run {run} can use.</source>
      <translation>Indicar una carpeta de ejemplos, una tabla de rasgos o ambas: el proyecto no tiene ninguna tabla de rasgos que el entrenamiento {run} pueda usar.</translation>
    </message>
    <message>
      <source>Give a picture some stars, and both put the others in order anew.</source>
      <translation>Al dar estrellas a una imagen, ambas ordenan de nuevo las demás.</translation>
    </message>
    <message>
      <source>Give the episode the examples back that it was drawn with</source>
      <translation>Devolver al episodio los ejemplos con los que se sorteó</translation>
    </message>
    <message>
      <source>Give up resuming stopped runs, too</source>
      <translation>Renunciar también a reanudar los entrenamientos detenidos</translation>
    </message>
    <message>
      <source>Given up</source>
      <translation>Abandonado</translation>
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
      <source>Goals learned from before</source>
      <translation>Metas aprendidas antes</translation>
    </message>
    <message>
      <source>Gradient descent</source>
      <translation>Descenso por gradiente</translation>
    </message>
    <message>
      <source>Gradient taken</source>
      <translation>Gradiente tomado</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>Gris</translation>
    </message>
    <message>
      <source>Grey images: the pretrained network is suggested.</source>
      <translation>Imágenes en escala de grises: se sugiere la red preentrenada.</translation>
    </message>
    <message>
      <source>Grow the memory to fit all examples</source>
      <translation>Ampliar la memoria para que quepan todos los ejemplos</translation>
    </message>
    <message>
      <source>Guessed right.</source>
      <translation>Acertado.</translation>
    </message>
    <message>
      <source>Guessed wrong.</source>
      <translation>No acertado.</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>Guía</translation>
    </message>
    <message>
      <source>Half-precision numbers, slightly less precise: faster on newer GPUs and some processors. Where they are not, they are not used.</source>
      <translation>Números de media precisión, algo menos exactos: más rápidos en las GPU nuevas y en algunos procesadores. Donde no lo son, no se usan.</translation>
    </message>
    <message>
      <source>Halving</source>
      <translation>A mitades</translation>
    </message>
    <message>
      <source>Held-out classes: the unbiased accuracy.</source>
      <translation>Clases reservadas: el acierto sin sesgo.</translation>
    </message>
    <message>
      <source>Held-out classes: {done} of {total} episodes</source>
      <translation>Clases reservadas: {done} de {total} episodios</translation>
    </message>
    <message>
      <source>Hidden layer, fast</source>
      <translation>Capa oculta, rápidos</translation>
    </message>
    <message>
      <source>Hidden layer, slow</source>
      <translation>Capa oculta, lentos</translation>
    </message>
    <message>
      <source>Hidden units of the fast-weight generators</source>
      <translation>Unidades ocultas de los generadores de pesos rápidos</translation>
    </message>
    <message>
      <source>How different are the imported folders?</source>
      <translation>¿Cuánto se diferencian las carpetas importadas?</translation>
    </message>
    <message>
      <source>How different are the new classes?</source>
      <translation>¿Cuánto se diferencian las clases nuevas?</translation>
    </message>
    <message>
      <source>How does it learn new classes? The selected model learns one episode, step by step. Then drag an example out, or onto another class, and see what changes.</source>
      <translation>¿Cómo aprende clases nuevas? El modelo elegido aprende un episodio, paso a paso. Después se puede arrastrar un ejemplo fuera, o a otra clase, y ver qué cambia.</translation>
    </message>
    <message>
      <source>How far each layer moved</source>
      <translation>Cuánto se movió cada capa</translation>
    </message>
    <message>
      <source>How far it is</source>
      <translation>Progreso</translation>
    </message>
    <message>
      <source>How fast does it adapt? For runs that adapt step by step, accuracy is measured before adapting and after each step.</source>
      <translation>¿Con qué rapidez se adapta? En los entrenamientos que se adaptan paso a paso, se mide el acierto antes de adaptarse y después de cada paso.</translation>
    </message>
    <message>
      <source>How images of none of the classes look is being measured.</source>
      <translation>Se está midiendo qué aspecto tienen las imágenes que no son de ninguna de las clases.</translation>
    </message>
    <message>
      <source>How images of none of the classes look was not measured.</source>
      <translation>No se midió qué aspecto tienen las imágenes que no son de ninguna de las clases.</translation>
    </message>
    <message>
      <source>How images that are not square become so. Automatic: what gives the best accuracy on validation classes.</source>
      <translation>Cómo se vuelven cuadradas las imágenes que no lo son. Automática: lo que da el mejor acierto en las clases de validación.</translation>
    </message>
    <message>
      <source>How images that are not square become so: {fit}. Automatic: as the model was trained; for the pretrained network, what gives the best accuracy on validation classes.</source>
      <translation>Cómo se vuelven cuadradas las imágenes que no lo son: {fit}. Automática: como se entrenó el modelo; con la red preentrenada, lo que da el mejor acierto en las clases de validación.</translation>
    </message>
    <message>
      <source>How many classes the images to label belong to.</source>
      <translation>A cuántas clases pertenecen las imágenes por etiquetar.</translation>
    </message>
    <message>
      <source>How many examples are worth giving? The selected models are tested with 1, 2, 3, 5 and 10 examples per class.</source>
      <translation>¿Cuántos ejemplos merece la pena dar? Los modelos seleccionados se prueban con 1, 2, 3, 5 y 10 ejemplos por clase.</translation>
    </message>
    <message>
      <source>How many labelled images there will be of each class.</source>
      <translation>Cuántas imágenes etiquetadas habrá de cada clase.</translation>
    </message>
    <message>
      <source>How many minutes the search may take.</source>
      <translation>Cuántos minutos puede durar la búsqueda.</translation>
    </message>
    <message>
      <source>How the network changes</source>
      <translation>Cómo cambia la red</translation>
    </message>
    <message>
      <source>If a class has several images of the same specimen, an episode must not use some as examples and others as queries, or the test would be too easy.</source>
      <translation>Si una clase tiene varias imágenes del mismo ejemplar, un episodio no debe usar unas como ejemplos y otras como consultas, o la prueba sería demasiado fácil.</translation>
    </message>
    <message>
      <source>If this folder was moved or renamed, choose its new location.</source>
      <translation>Si esta carpeta se movió o cambió de nombre, elegir la nueva ubicación.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Imagen</translation>
    </message>
    <message>
      <source>Image shape</source>
      <translation>Forma de la imagen</translation>
    </message>
    <message>
      <source>Image size</source>
      <translation>Tamaño de la imagen</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Imágenes</translation>
    </message>
    <message>
      <source>Images appear here for a class that was confused.</source>
      <translation>Aquí aparecen imágenes cuando la clase se ha confundido con otra.</translation>
    </message>
    <message>
      <source>Images are compared, and the most similar class wins.</source>
      <translation>Se comparan imágenes y gana la clase más parecida.</translation>
    </message>
    <message>
      <source>Images are stretched to a square: the best way of keeping their proportions changes accuracy by {gain} ± {ci95} points on validation classes.</source>
      <translation>Las imágenes se estiran hasta ser cuadradas: la mejor forma de conservar sus proporciones cambia el acierto en {gain} ± {ci95} puntos en las clases de validación.</translation>
    </message>
    <message>
      <source>Images come in as folders. Each sub-folder is a class to learn from; a folder without sub-folders is to be labelled. Images are only read, never changed.</source>
      <translation>Las imágenes entran en carpetas. Cada subcarpeta es una clase de la que aprender; una carpeta sin subcarpetas es para etiquetar. Las imágenes solo se leen, nunca se modifican.</translation>
    </message>
    <message>
      <source>Images keep their proportions and are cropped to a square: accuracy is {gain} ± {ci95} points higher on validation classes than with stretched ones.</source>
      <translation>Las imágenes conservan sus proporciones y se recortan a un cuadrado: el acierto en las clases de validación es {gain} ± {ci95} puntos mayor que con imágenes estiradas.</translation>
    </message>
    <message>
      <source>Images keep their proportions and are padded to a square: accuracy is {gain} ± {ci95} points higher on validation classes than with stretched ones.</source>
      <translation>Las imágenes conservan sus proporciones y se rellenan hasta un cuadrado: el acierto en las clases de validación es {gain} ± {ci95} puntos mayor que con imágenes estiradas.</translation>
    </message>
    <message numerus="yes">
      <source>Images must have 1 or 3 channels (grey or colour), not {count}.</source>
      <translation>
        <numerusform>Las imágenes deben tener 1 o 3 canales (gris o color), no {count}.</numerusform>
        <numerusform>Las imágenes deben tener 1 o 3 canales (gris o color), no {count}.</numerusform>
      </translation>
    </message>
    <message>
      <source>Images of a training batch</source>
      <translation>Imágenes de un lote de entrenamiento</translation>
    </message>
    <message>
      <source>Images of each class</source>
      <translation>Imágenes de cada clase</translation>
    </message>
    <message>
      <source>Images of each class to recognise in an episode (query).</source>
      <translation>Imágenes de cada clase por reconocer en un episodio (en inglés, «query»).</translation>
    </message>
    <message>
      <source>Images of the episode</source>
      <translation>Imágenes del episodio</translation>
    </message>
    <message>
      <source>Images of the selected cell</source>
      <translation>Imágenes de la celda seleccionada</translation>
    </message>
    <message>
      <source>Images of the validation episode</source>
      <translation>Imágenes del episodio de validación</translation>
    </message>
    <message>
      <source>Images rotated by 90, 180 and 270 degrees count as extra classes; for characters.</source>
      <translation>Las imágenes giradas 90, 180 y 270 grados cuentan como clases adicionales; útil con letras y signos.</translation>
    </message>
    <message>
      <source>Images that look alike get the same class more readily, which helps most with few examples.</source>
      <translation>Las imágenes parecidas reciben la misma clase con más facilidad, lo que ayuda sobre todo con pocos ejemplos.</translation>
    </message>
    <message>
      <source>Images to label</source>
      <translation>Imágenes por etiquetar</translation>
    </message>
    <message>
      <source>Images were cropped to squares.</source>
      <translation>Las imágenes se recortaron a cuadrados.</translation>
    </message>
    <message>
      <source>Images were padded to squares.</source>
      <translation>Las imágenes se rellenaron hasta formar cuadrados.</translation>
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
      <source>Import again with options…</source>
      <translation>Reimportar con opciones…</translation>
    </message>
    <message>
      <source>Import of {name} stopped. What was saved is kept; import it again to continue.</source>
      <translation>Se detuvo la importación de {name}. Lo guardado se conserva; para continuar, volver a importarla.</translation>
    </message>
    <message>
      <source>Import run</source>
      <translation>Importar un entrenamiento</translation>
    </message>
    <message>
      <source>Import run…</source>
      <translation>Importar un entrenamiento…</translation>
    </message>
    <message>
      <source>Import the folder again: its sub-folders as classes, and the folders inside them as individuals</source>
      <translation>Volver a importar la carpeta: sus subcarpetas como clases, y las carpetas que contienen como individuos</translation>
    </message>
    <message>
      <source>Import with options…</source>
      <translation>Importar con opciones…</translation>
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
      <source>Imported from {file}: run {run} of the project {project}, trained on {day}.</source>
      <translation>Importado de {file}: entrenamiento {run} del proyecto {project}, hecho el {day}.</translation>
    </message>
    <message>
      <source>Initial inner step size</source>
      <translation>Tamaño inicial del paso interno</translation>
    </message>
    <message>
      <source>Initial logit scale</source>
      <translation>Escala inicial de los logits</translation>
    </message>
    <message>
      <source>Initial ridge penalty</source>
      <translation>Penalización inicial de la regresión ridge</translation>
    </message>
    <message>
      <source>Inner batch size in training</source>
      <translation>Tamaño del lote interno al entrenar</translation>
    </message>
    <message>
      <source>Inner batch size on new classes (0: the number of classes)</source>
      <translation>Tamaño del lote interno en clases nuevas (0: el número de clases)</translation>
    </message>
    <message>
      <source>Inner optimiser</source>
      <translation>Optimizador interno</translation>
    </message>
    <message>
      <source>Inner step size</source>
      <translation>Tamaño del paso interno</translation>
    </message>
    <message>
      <source>Inner step size, classifier</source>
      <translation>Tamaño del paso interno, clasificador</translation>
    </message>
    <message>
      <source>Inner step size, network</source>
      <translation>Tamaño del paso interno, red</translation>
    </message>
    <message>
      <source>Inner steps in training</source>
      <translation>Pasos internos al entrenar</translation>
    </message>
    <message>
      <source>Inner steps on new classes</source>
      <translation>Pasos internos en clases nuevas</translation>
    </message>
    <message>
      <source>Inner steps on new classes (0: as in training)</source>
      <translation>Pasos internos en clases nuevas (0: como al entrenar)</translation>
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
      <source>Intervals from fewer than {least} episodes are rough. Use more episodes.</source>
      <translation>Los intervalos de menos de {least} episodios son imprecisos. Usar más episodios.</translation>
    </message>
    <message>
      <source>Is it overfitting?</source>
      <translation>¿Hay sobreajuste?</translation>
    </message>
    <message>
      <source>It can be restored until the project is made smaller.</source>
      <translation>Se puede restaurar hasta que se compacte el proyecto.</translation>
    </message>
    <message>
      <source>It can tell apart only as many classes as it was built for; for more, it has to be trained again.</source>
      <translation>Solo distingue tantas clases como se previeron al crearlo; para más hay que entrenarlo de nuevo.</translation>
    </message>
    <message>
      <source>It cannot be trained on these images: {reason}</source>
      <translation>No se puede entrenar con estas imágenes: {reason}</translation>
    </message>
    <message>
      <source>It cannot judge a class on its own: a class that is added may change the proposals for all others.</source>
      <translation>No puede juzgar una clase por separado: una clase que se añade puede cambiar las propuestas de todas las demás.</translation>
    </message>
    <message>
      <source>It cannot represent a class whose images fall into very different groups, as its classifier is linear.</source>
      <translation>No puede representar una clase cuyas imágenes forman grupos muy distintos, porque su clasificador es lineal.</translation>
    </message>
    <message>
      <source>It cannot represent a class whose images look very different from each other, as it keeps a single mean of it.</source>
      <translation>No puede representar una clase cuyas imágenes son muy distintas entre sí, porque guarda una sola media de ella.</translation>
    </message>
    <message>
      <source>It cannot represent a class whose images look very different from each other, as it keeps a single prototype of it.</source>
      <translation>No puede representar una clase cuyas imágenes son muy distintas entre sí, porque guarda un solo prototipo de ella.</translation>
    </message>
    <message>
      <source>It cannot tell apart classes with the same traits, and needs a table that describes the training classes.</source>
      <translation>No puede distinguir clases con los mismos rasgos, y necesita una tabla que describa las clases de entrenamiento.</translation>
    </message>
    <message>
      <source>It cannot tell good examples from bad: by default, a single mislabelled one can mislead it.</source>
      <translation>No distingue los buenos ejemplos de los malos: salvo que se cambie, basta uno mal etiquetado para confundirlo.</translation>
    </message>
    <message>
      <source>It cannot treat all examples equally: their order matters a little, and classes with more examples are favoured.</source>
      <translation>No puede tratar por igual a todos los ejemplos: su orden influye un poco, y las clases con más ejemplos salen favorecidas.</translation>
    </message>
    <message>
      <source>It cannot treat classes equally when they have different numbers of examples: those with more are favoured.</source>
      <translation>No puede tratar por igual a clases con distinto número de ejemplos: favorece a las que tienen más.</translation>
    </message>
    <message>
      <source>It describes {described} of the {all} classes of this project.</source>
      <translation>Describe {described} de las {all} clases de este proyecto.</translation>
    </message>
    <message>
      <source>It does not exist, or is a broken link.</source>
      <translation>No existe, o es un enlace roto.</translation>
    </message>
    <message>
      <source>It has memorised its training classes: on held-out classes it is not clearly better than chance. Import more classes; training longer does not help.</source>
      <translation>Ha memorizado sus clases de entrenamiento: con las clases reservadas no es claramente mejor que el azar. Importar más clases; entrenar más tiempo no ayuda.</translation>
    </message>
    <message>
      <source>It has to be an object with the name of an approach.</source>
      <translation>Tiene que ser un objeto con el nombre de un método.</translation>
    </message>
    <message>
      <source>It is being trained. Stop it first.</source>
      <translation>Se está entrenando. Detenerlo primero.</translation>
    </message>
    <message>
      <source>It is never trained on few-shot episodes, and does less well with one or two examples per class.</source>
      <translation>Nunca se entrena con episodios de pocos ejemplos y rinde menos con uno o dos por clase.</translation>
    </message>
    <message>
      <source>It is no longer an example.</source>
      <translation>Ya no es un ejemplo.</translation>
    </message>
    <message>
      <source>It is not expected to gain from more steps than it was trained with, and training is slow when the whole network is adapted.</source>
      <translation>No cabe esperar que gane con más pasos que los de su entrenamiento, que es lento cuando se adapta toda la red.</translation>
    </message>
    <message>
      <source>It is slow in training and in labelling, because the network is fine-tuned for every episode.</source>
      <translation>Es lento al entrenar y al etiquetar, porque la red se reajusta en cada episodio.</translation>
    </message>
    <message>
      <source>It needs long meta-training, and takes longer than others to learn new classes.</source>
      <translation>Necesita un metaentrenamiento largo y tarda más que otros en aprender clases nuevas.</translation>
    </message>
    <message>
      <source>It saw the queries of an episode together (transductive), which it does not when labelling.</source>
      <translation>Vio juntas las consultas de cada episodio (prueba transductiva), lo que no ocurre al etiquetar.</translation>
    </message>
    <message>
      <source>It took {took} min instead of {asked}: embedding the images took {images}, those of the test {test_images}, and the test itself {test}.</source>
      <translation>Duró {took} min en lugar de {asked}: procesar las imágenes por la red llevó {images}, las de la prueba {test_images} y la prueba misma {test}.</translation>
    </message>
    <message>
      <source>It was trained on {seen} of the {total} tested classes: this says nothing about new ones.</source>
      <translation>Se entrenó con {seen} de las {total} clases probadas: esto no dice nada de clases nuevas.</translation>
    </message>
    <message>
      <source>It would take longer than {seconds} s to train it on {least} episodes, the least that makes sense.</source>
      <translation>Entrenarlo con {least} episodios, el mínimo razonable, tardaría más de {seconds} s.</translation>
    </message>
    <message>
      <source>Its options have to be an object of names and values.</source>
      <translation>Sus opciones tienen que ser un objeto de nombres y valores.</translation>
    </message>
    <message>
      <source>Its options let it see an episode's queries together; here it answers each by itself, as when labelling.</source>
      <translation>Sus opciones le permiten ver juntas las consultas de un episodio; aquí responde a cada una por separado, como al etiquetar.</translation>
    </message>
    <message>
      <source>Its pages differ in size or kind, so they cannot be laid over each other.</source>
      <translation>Sus páginas difieren en tamaño o tipo, así que no se pueden superponer.</translation>
    </message>
    <message>
      <source>Its run was removed before it had ended.</source>
      <translation>Su entrenamiento se eliminó antes de terminar.</translation>
    </message>
    <message>
      <source>Its settings or measurements are not those of a run.</source>
      <translation>Sus ajustes o sus medidas no son los de un entrenamiento.</translation>
    </message>
    <message>
      <source>Its twin</source>
      <translation>Su gemela</translation>
    </message>
    <message>
      <source>Its weights are not those of the approach and the network that it names.</source>
      <translation>Sus pesos no son los del método y la red que nombra.</translation>
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
      <source>Jobs in progress</source>
      <translation>Trabajos en curso</translation>
    </message>
    <message>
      <source>Just show it</source>
      <translation>Solo mostrarlo</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Guardar</translation>
    </message>
    <message>
      <source>Keep Adam's state between episodes</source>
      <translation>Conservar el estado de Adam entre episodios</translation>
    </message>
    <message>
      <source>Keep searching</source>
      <translation>Seguir buscando</translation>
    </message>
    <message>
      <source>Keep training</source>
      <translation>Seguir entrenando</translation>
    </message>
    <message>
      <source>Keep {name}</source>
      <translation>Conservar {name}</translation>
    </message>
    <message>
      <source>Keeps {known} of known images, lets in {unknown} of unknown ones; measured on the sample (yours may differ)</source>
      <translation>Conserva el {known} de las conocidas y deja pasar el {unknown} de las desconocidas; medido con el ejemplo (las suyas pueden diferir)</translation>
    </message>
    <message>
      <source>Keeps {known} of known images, lets in {unknown} of unknown ones; measured on your held-out classes</source>
      <translation>Conserva el {known} de las conocidas y deja pasar el {unknown} de las desconocidas; medido con clases propias reservadas</translation>
    </message>
    <message>
      <source>Key strength</source>
      <translation>Intensidad de la clave</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Atajos de teclado</translation>
    </message>
    <message>
      <source>Keyboard shortcuts (?)</source>
      <translation>Atajos de teclado (?)</translation>
    </message>
    <message>
      <source>Keys work on the selected images, while the grid has the focus.</source>
      <translation>Las teclas actúan sobre las imágenes seleccionadas mientras la cuadrícula tiene el foco.</translation>
    </message>
    <message>
      <source>Known by its labels; examples can be dropped here</source>
      <translation>Se conoce por sus etiquetas; se pueden soltar aquí ejemplos</translation>
    </message>
    <message>
      <source>L2 penalty of the linear classifier</source>
      <translation>Penalización L2 del clasificador lineal</translation>
    </message>
    <message>
      <source>L2-normalise features for the linear classifier</source>
      <translation>Normalizar (L2) las características para el clasificador lineal</translation>
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
      <source>Label of {image} confirmed</source>
      <translation>Etiqueta de {image} confirmada</translation>
    </message>
    <message>
      <source>Label of {image} withdrawn</source>
      <translation>Etiqueta de {image} retirada</translation>
    </message>
    <message>
      <source>Label presented</source>
      <translation>Presentación de la etiqueta</translation>
    </message>
    <message>
      <source>Label with it</source>
      <translation>Etiquetar con él</translation>
    </message>
    <message>
      <source>Label with the keyboard</source>
      <translation>Etiquetar con el teclado</translation>
    </message>
    <message>
      <source>Labelled</source>
      <translation>Etiquetado</translation>
    </message>
    <message>
      <source>Labelled examples per class in an episode (shot); 0: none, only a table of traits.</source>
      <translation>Ejemplos etiquetados por clase en un episodio (en inglés, «shot»); 0: ninguno, solo una tabla de rasgos.</translation>
    </message>
    <message>
      <source>Labelled images</source>
      <translation>Imágenes etiquetadas</translation>
    </message>
    <message>
      <source>Labelled images count as further examples of their class.</source>
      <translation>Las imágenes etiquetadas cuentan como ejemplos adicionales de su clase.</translation>
    </message>
    <message numerus="yes">
      <source>Labelled {count}</source>
      <translation>
        <numerusform>Hechas {count}</numerusform>
        <numerusform>Hechas {count}</numerusform>
      </translation>
    </message>
    <message>
      <source>Labelled {name}</source>
      <translation>Etiquetada como {name}</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Etiquetas</translation>
    </message>
    <message>
      <source>Labels and examples: the end of their chain is gone (links: {number}).</source>
      <translation>Etiquetas y ejemplos: falta el final de su cadena (eslabones: {number}).</translation>
    </message>
    <message>
      <source>Labels and examples: {damaged} of {total} links of their chain do not hold (links {ids}).</source>
      <translation>Etiquetas y ejemplos: {damaged} de {total} eslabones de su cadena no son válidos (eslabones {ids}).</translation>
    </message>
    <message>
      <source>Labels by class</source>
      <translation>Etiquetas por clase</translation>
    </message>
    <message numerus="yes">
      <source>Labels of {count} images confirmed</source>
      <translation>
        <numerusform>Etiqueta de {count} imagen confirmada</numerusform>
        <numerusform>Etiquetas de {count} imágenes confirmadas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Labels of {count} images withdrawn</source>
      <translation>
        <numerusform>Etiqueta de {count} imagen retirada</numerusform>
        <numerusform>Etiquetas de {count} imágenes retiradas</numerusform>
      </translation>
    </message>
    <message>
      <source>Labels that all other images contradict, most doubtful first ({key})</source>
      <translation>Etiquetas que todas las demás imágenes contradicen, las más dudosas primero ({key})</translation>
    </message>
    <message>
      <source>Labels: those given last are gone ({number}).</source>
      <translation>Etiquetas: faltan las últimas que se pusieron ({number}).</translation>
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
      <source>Large: examples · small: queries</source>
      <translation>Grandes: ejemplos · pequeños: consultas</translation>
    </message>
    <message>
      <source>Larger and usually more accurate: trained on your images alone, and slow without a GPU.</source>
      <translation>Más grande y normalmente con más acierto: se entrena solo con las imágenes importadas y es lenta sin GPU.</translation>
    </message>
    <message>
      <source>Last layer</source>
      <translation>Última capa</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Aprender</translation>
    </message>
    <message>
      <source>Learn from earlier searches</source>
      <translation>Aprender de búsquedas anteriores</translation>
    </message>
    <message>
      <source>Learn from my labels</source>
      <translation>Aprender de las etiquetas</translation>
    </message>
    <message>
      <source>Learn more</source>
      <translation>Saber más</translation>
    </message>
    <message>
      <source>Learn more about {approach}</source>
      <translation>Saber más de {approach}</translation>
    </message>
    <message>
      <source>Learn the episode step by step</source>
      <translation>Aprender el episodio paso a paso</translation>
    </message>
    <message>
      <source>Learned</source>
      <translation>Aprendida</translation>
    </message>
    <message>
      <source>Learned inner step size</source>
      <translation>Tamaño del paso interno aprendido</translation>
    </message>
    <message>
      <source>Learned to learn (MAML): its start was made so that one step leads far</source>
      <translation>Aprendió a aprender (MAML): desde su inicio un paso lleva lejos</translation>
    </message>
    <message>
      <source>Learned to learn (MAML): its start was made so that one update leads far</source>
      <translation>Aprendió a aprender (MAML): desde su inicio una actualización lleva lejos</translation>
    </message>
    <message>
      <source>Learned to learn a taste (MeLU, by MAML)</source>
      <translation>Aprendió a aprender gustos (MeLU)</translation>
    </message>
    <message>
      <source>Learned weights</source>
      <translation>Pesos aprendidos</translation>
    </message>
    <message>
      <source>Learning from {tasks} curves</source>
      <translation>Aprendiendo de {tasks} curvas</translation>
    </message>
    <message>
      <source>Learning from {tasks} goals</source>
      <translation>Aprendiendo de {tasks} metas</translation>
    </message>
    <message>
      <source>Learning how strangers look: {done} of {total}</source>
      <translation>Aprendiendo cómo se ven las imágenes ajenas: {done} de {total}</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
      <source>Learning rate schedule</source>
      <translation>Descenso de la tasa de aprendizaje</translation>
    </message>
    <message>
      <source>Learning rate {rate}</source>
      <translation>Tasa de aprendizaje {rate}</translation>
    </message>
    <message>
      <source>Learning to learn</source>
      <translation>Aprender a aprender</translation>
    </message>
    <message>
      <source>Learning, {tasks} episodes so far</source>
      <translation>Aprendiendo, {tasks} episodios hasta ahora</translation>
    </message>
    <message>
      <source>Learns a network that can be fine-tuned from a few examples. For new classes, the network itself is trained a few steps further on their examples.</source>
      <translation>Aprende una red que se puede reajustar con pocos ejemplos. Para las clases nuevas, la propia red se entrena unos pasos más con sus ejemplos.</translation>
    </message>
    <message>
      <source>Learns all tasks at once, as if they were one. A new task is learned by training that network further on its examples.</source>
      <translation>Aprende todas las tareas a la vez, como si fueran una sola. Una tarea nueva se aprende entrenando esa red un poco más con sus ejemplos.</translation>
    </message>
    <message>
      <source>Learns an embedding in which images of one class lie close together. A new class is represented by the mean of its few examples, its prototype; the nearest prototype wins.</source>
      <translation>Aprende una representación en la que las imágenes de una misma clase quedan cerca. Una clase nueva se representa con la media de sus pocos ejemplos, su prototipo; gana el prototipo más cercano.</translation>
    </message>
    <message>
      <source>Learns features on which a linear classifier can be computed at once. New classes get the exact ridge regression on their examples, without any training steps.</source>
      <translation>Aprende características con las que un clasificador lineal se calcula de una vez. Las clases nuevas reciben la regresión ridge exacta de sus ejemplos, sin pasos de entrenamiento.</translation>
    </message>
    <message>
      <source>Learns from a table of traits, such as size, colour or shape, where the images of a class lie in the embedding. A new class needs no examples: its row in the table is enough, and examples make it more accurate.</source>
      <translation>Aprende de una tabla de rasgos, como tamaño, color o forma, dónde quedan las imágenes de una clase en la representación. Una clase nueva no necesita ejemplos: basta su fila de la tabla, y los ejemplos mejoran el acierto.</translation>
    </message>
    <message>
      <source>Learns from {labels}.</source>
      <translation>Se aprende de {labels}.</translation>
    </message>
    <message>
      <source>Learns from {labels}; not from {others}.</source>
      <translation>Se aprende de {labels}; no de {others}.</translation>
    </message>
    <message>
      <source>Learns initial weights from which a few steps of ordinary training are enough to tell new classes apart. New classes are learned by taking such steps on their examples.</source>
      <translation>Aprende unos pesos iniciales desde los que bastan unos pasos de entrenamiento corriente para distinguir clases nuevas. Las clases nuevas se aprenden dando esos pasos con sus ejemplos.</translation>
    </message>
    <message>
      <source>Learns the update rule by which a network corrects its mistakes on a few examples. New classes are learned in a few steps of that rule.</source>
      <translation>Aprende la regla de actualización con la que una red corrige sus errores en unos pocos ejemplos. Las clases nuevas se aprenden en unos pocos pasos de esa regla.</translation>
    </message>
    <message>
      <source>Learns to classify all training classes first, then practises on few-shot episodes. A new image gets the class whose mean vector points most nearly in the same direction.</source>
      <translation>Aprende primero a clasificar todas las clases de entrenamiento y después practica con episodios de pocos ejemplos. Una imagen nueva recibe la clase cuyo vector medio apunta más en su misma dirección.</translation>
    </message>
    <message>
      <source>Learns to classify all training classes, then keeps the features it learned. New classes get a small classifier of their own, fitted to their examples.</source>
      <translation>Aprende a clasificar todas las clases de entrenamiento y conserva las características aprendidas. Las clases nuevas reciben un pequeño clasificador propio, ajustado a sus ejemplos.</translation>
    </message>
    <message>
      <source>Learns to make quick corrections (fast weights) from its mistakes on the examples. For each new image, it uses the corrections of the most similar examples.</source>
      <translation>Aprende a hacer correcciones rápidas (pesos rápidos) a partir de sus errores en los ejemplos. Con cada imagen nueva usa las correcciones de los ejemplos más parecidos.</translation>
    </message>
    <message>
      <source>Learns to say whether two images show the same class. A new image gets the class of the most similar example.</source>
      <translation>Aprende a decir si dos imágenes muestran la misma clase. Una imagen nueva recibe la clase del ejemplo más parecido.</translation>
    </message>
    <message>
      <source>Learns to weight the examples by their similarity to a new image. The class with the largest total weight wins.</source>
      <translation>Aprende a ponderar los ejemplos según su parecido con una imagen nueva. Gana la clase con el mayor peso total.</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Omitido</translation>
    </message>
    <message>
      <source>Less accurate than chance: do not rely on it</source>
      <translation>Acierta menos que el azar: no conviene fiarse</translation>
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
      <source>Linear, each trait on its own</source>
      <translation>Lineal, cada rasgo por separado</translation>
    </message>
    <message>
      <source>List approaches</source>
      <translation>Listar los métodos</translation>
    </message>
    <message>
      <source>List the images</source>
      <translation>Listar las imágenes</translation>
    </message>
    <message>
      <source>Load curve</source>
      <translation>Cargar la curva</translation>
    </message>
    <message>
      <source>Load images</source>
      <translation>Cargar imágenes</translation>
    </message>
    <message>
      <source>Load labels</source>
      <translation>Cargar etiquetas</translation>
    </message>
    <message>
      <source>Load project</source>
      <translation>Cargar proyecto</translation>
    </message>
    <message>
      <source>Load runs</source>
      <translation>Cargar entrenamientos</translation>
    </message>
    <message>
      <source>Load search</source>
      <translation>Cargar la búsqueda</translation>
    </message>
    <message>
      <source>Load tests</source>
      <translation>Cargar pruebas</translation>
    </message>
    <message>
      <source>Load the learning library</source>
      <translation>Cargar la biblioteca de aprendizaje</translation>
    </message>
    <message>
      <source>Load the playground</source>
      <translation>Cargar la zona de juego</translation>
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
      <source>Loading the weights of run {run}</source>
      <translation>Cargando los pesos del entrenamiento {run}</translation>
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
      <source>Logit scale</source>
      <translation>Escala de los logits</translation>
    </message>
    <message>
      <source>Look at again</source>
      <translation>Por revisar</translation>
    </message>
    <message>
      <source>Look at labels and examples again</source>
      <translation>Revisar etiquetas y ejemplos</translation>
    </message>
    <message>
      <source>Look at the images</source>
      <translation>Examinar las imágenes</translation>
    </message>
    <message>
      <source>Look at the test</source>
      <translation>Ver la prueba</translation>
    </message>
    <message>
      <source>Look for a GPU</source>
      <translation>Buscar una GPU</translation>
    </message>
    <message>
      <source>Look for files with several pages</source>
      <translation>Buscar archivos con varias páginas</translation>
    </message>
    <message>
      <source>Look in:</source>
      <translation>Buscar en:</translation>
    </message>
    <message>
      <source>Looking at recent projects</source>
      <translation>Mirando los proyectos recientes</translation>
    </message>
    <message>
      <source>Looking at the images</source>
      <translation>Examinando las imágenes</translation>
    </message>
    <message>
      <source>Looking for a GPU…</source>
      <translation>Buscando GPU…</translation>
    </message>
    <message>
      <source>Looking for files with several pages</source>
      <translation>Buscando archivos con varias páginas</translation>
    </message>
    <message numerus="yes">
      <source>Looking for {count} images</source>
      <translation>
        <numerusform>Buscando {count} imagen</numerusform>
        <numerusform>Buscando {count} imágenes</numerusform>
      </translation>
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
      <source>Lost</source>
      <translation>Perdidas</translation>
    </message>
    <message>
      <source>MAML</source>
      <translation>MAML</translation>
    </message>
    <message>
      <source>Make smaller</source>
      <translation>Compactar</translation>
    </message>
    <message>
      <source>Make the project smaller</source>
      <translation>Compactar el proyecto</translation>
    </message>
    <message>
      <source>Make the project smaller…</source>
      <translation>Compactar el proyecto…</translation>
    </message>
    <message>
      <source>Make the proposals without it (Delete). This can be undone.</source>
      <translation>Hacer las propuestas sin esta imagen (Supr). Se puede deshacer.</translation>
    </message>
    <message>
      <source>Making pictures for the start page</source>
      <translation>Preparando imágenes para la página de inicio</translation>
    </message>
    <message>
      <source>Making {path} smaller</source>
      <translation>Reduciendo {path}</translation>
    </message>
    <message>
      <source>Many of few classes, as in episodes</source>
      <translation>Muchas de pocas clases, como en los episodios</translation>
    </message>
    <message>
      <source>Matching Networks</source>
      <translation>Redes de emparejamiento</translation>
    </message>
    <message>
      <source>Maximum number of classes (0: as in testing)</source>
      <translation>Número máximo de clases (0: como en la prueba)</translation>
    </message>
    <message>
      <source>Me</source>
      <translation>Yo</translation>
    </message>
    <message>
      <source>Mean absolute error, of 1 to 5</source>
      <translation>Error absoluto medio, de 1 a 5</translation>
    </message>
    <message>
      <source>Mean accuracy over episodes, with the wider of its two 95 % confidence intervals: over episodes, and over which classes were drawn.</source>
      <translation>Acierto medio de los episodios, con el más ancho de sus dos intervalos de confianza del 95 %: según los episodios y según las clases que tocaron.</translation>
    </message>
    <message>
      <source>Mean over the examples</source>
      <translation>Media de los ejemplos</translation>
    </message>
    <message>
      <source>Mean squared error</source>
      <translation>Error cuadrático medio</translation>
    </message>
    <message>
      <source>Means over all weights</source>
      <translation>Medias de todos los pesos</translation>
    </message>
    <message>
      <source>Meanwhile the disk holds the project up to three times.</source>
      <translation>Mientras tanto, el proyecto ocupa hasta el triple en el disco.</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Medir</translation>
    </message>
    <message>
      <source>Measure adaptation</source>
      <translation>Medir la adaptación</translation>
    </message>
    <message>
      <source>Measure how unknown images look</source>
      <translation>Medir el aspecto de las imágenes desconocidas</translation>
    </message>
    <message>
      <source>Measurements of runs</source>
      <translation>Mediciones de los entrenamientos</translation>
    </message>
    <message>
      <source>Measuring distances</source>
      <translation>Midiendo distancias</translation>
    </message>
    <message>
      <source>Memory width</source>
      <translation>Anchura de la memoria</translation>
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
      <source>Meta-Baseline</source>
      <translation>Meta-Baseline</translation>
    </message>
    <message>
      <source>Meta-Baseline needs at least two classes to train on.</source>
      <translation>Meta-Baseline necesita al menos dos clases de entrenamiento.</translation>
    </message>
    <message>
      <source>Meta-Learning Workbench</source>
      <translation>Meta-Learning Workbench</translation>
    </message>
    <message>
      <source>Meta-gradient</source>
      <translation>Metagradiente</translation>
    </message>
    <message>
      <source>Meta-learner hidden units</source>
      <translation>Unidades ocultas del metaaprendiz</translation>
    </message>
    <message>
      <source>Metric-based</source>
      <translation>Basados en métricas</translation>
    </message>
    <message>
      <source>Mine, and the best of searches</source>
      <translation>Propios y mejores de búsquedas</translation>
    </message>
    <message>
      <source>Minus the return</source>
      <translation>Menos el retorno</translation>
    </message>
    <message>
      <source>Minus the return: {error}</source>
      <translation>Menos el retorno: {error}</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>Minutos</translation>
    </message>
    <message>
      <source>Mix classes from different folders</source>
      <translation>Mezclar clases de carpetas distintas</translation>
    </message>
    <message>
      <source>Mix classes with and without examples in training</source>
      <translation>Mezclar clases con y sin ejemplos al entrenar</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>Model-based</source>
      <translation>Basados en modelos</translation>
    </message>
    <message>
      <source>Models to test</source>
      <translation>Modelos por probar</translation>
    </message>
    <message>
      <source>Moment</source>
      <translation>Momento</translation>
    </message>
    <message>
      <source>Moment of the training that is shown</source>
      <translation>Momento del entrenamiento que se muestra</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Más</translation>
    </message>
    <message>
      <source>More like these</source>
      <translation>Más como estas</translation>
    </message>
    <message>
      <source>More training classes may help; more episodes hardly will. The best checkpoint is kept.</source>
      <translation>Más clases de entrenamiento pueden ayudar; más episodios, apenas. Se conserva el mejor punto de control.</translation>
    </message>
    <message>
      <source>Most frequent confusions</source>
      <translation>Confusiones más frecuentes</translation>
    </message>
    <message>
      <source>Most informative</source>
      <translation>Las más informativas</translation>
    </message>
    <message>
      <source>Most similar example</source>
      <translation>Ejemplo más parecido</translation>
    </message>
    <message>
      <source>Move between images</source>
      <translation>Moverse entre imágenes</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>Bajar</translation>
    </message>
    <message>
      <source>Move to {name}</source>
      <translation>Mover a {name}</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>Subir</translation>
    </message>
    <message>
      <source>Moved the first most</source>
      <translation>Lo que más movió la primera</translation>
    </message>
    <message>
      <source>Moved, renamed or deleted</source>
      <translation>Se movió, se renombró o se eliminó</translation>
    </message>
    <message>
      <source>Movement</source>
      <translation>Movimiento</translation>
    </message>
    <message>
      <source>My own points</source>
      <translation>Puntos propios</translation>
    </message>
    <message>
      <source>My own ratings</source>
      <translation>Valoraciones propias</translation>
    </message>
    <message>
      <source>My project</source>
      <translation>Mi proyecto</translation>
    </message>
    <message>
      <source>Name a class first: a photograph is an example of one.</source>
      <translation>Antes hay que nombrar una clase: una fotografía es un ejemplo de alguna.</translation>
    </message>
    <message>
      <source>Name of a new class</source>
      <translation>Nombre de clase nueva</translation>
    </message>
    <message>
      <source>Name of the run</source>
      <translation>Nombre del entrenamiento</translation>
    </message>
    <message>
      <source>Name the new classes and give each a few examples. Each image then gets a proposal, which you accept or correct with a key. Everything can be undone.</source>
      <translation>Se da nombre a las clases nuevas y unos pocos ejemplos a cada una. Cada imagen recibe entonces una propuesta, que se acepta o se corrige con una tecla. Todo se puede deshacer.</translation>
    </message>
    <message>
      <source>Name this class…</source>
      <translation>Nombrar esta clase…</translation>
    </message>
    <message>
      <source>Needs images: import a folder with one sub-folder per class.</source>
      <translation>Faltan imágenes: importar una carpeta con una subcarpeta por clase.</translation>
    </message>
    <message>
      <source>Needs images: import the ones to label.</source>
      <translation>Faltan imágenes: importar las que haya que etiquetar.</translation>
    </message>
    <message>
      <source>Needs labels: label some images first.</source>
      <translation>Faltan etiquetas: etiquetar antes algunas imágenes.</translation>
    </message>
    <message>
      <source>Needs test classes: import more classes, or give at least two the role of test.</source>
      <translation>Faltan clases de prueba: importar más clases o dar a dos o más el rol de prueba.</translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from a goal outside of the square, and neither gets there: after {count} updates the learner's walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</source>
      <translation>
        <numerusform>Ninguna ha aprendido nunca de una meta fuera del cuadrado, y ninguna llega: tras {count} actualización los recorridos de la aprendiz ganan {learner} y terminan a {near} de ella; los de su gemela, {twin} y {far}.</numerusform>
        <numerusform>Ninguna ha aprendido nunca de una meta fuera del cuadrado, y ninguna llega: tras {count} actualizaciones los recorridos de la aprendiz ganan {learner} y terminan a {near} de ella; los de su gemela, {twin} y {far}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from a goal outside of the square. After {count} updates both still get there: the learner's walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</source>
      <translation>
        <numerusform>Ninguna ha aprendido nunca de una meta fuera del cuadrado. Tras {count} actualización las dos llegan aun así: los recorridos de la aprendiz ganan {learner} y terminan a {near} de ella; los de su gemela, {twin} y {far}.</numerusform>
        <numerusform>Ninguna ha aprendido nunca de una meta fuera del cuadrado. Tras {count} actualizaciones las dos llegan aun así: los recorridos de la aprendiz ganan {learner} y terminan a {near} de ella; los de su gemela, {twin} y {far}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from a goal outside of the square. After {count} updates only the twin gets there: its walks earn {twin} and end {far} from it, the learner's {learner} and {near}.</source>
      <translation>
        <numerusform>Ninguna ha aprendido nunca de una meta fuera del cuadrado. Tras {count} actualización solo llega la gemela: sus recorridos ganan {twin} y terminan a {far} de ella; los de la aprendiz, {learner} y {near}.</numerusform>
        <numerusform>Ninguna ha aprendido nunca de una meta fuera del cuadrado. Tras {count} actualizaciones solo llega la gemela: sus recorridos ganan {twin} y terminan a {far} de ella; los de la aprendiz, {learner} y {near}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from a goal outside of the square. After {count} updates the learner still gets there: its walks earn {learner} and end {near} from it, its twin's {twin} and {far}.</source>
      <translation>
        <numerusform>Ninguna ha aprendido nunca de una meta fuera del cuadrado. Tras {count} actualización la aprendiz llega aun así: sus recorridos ganan {learner} y terminan a {near} de ella; los de su gemela, {twin} y {far}.</numerusform>
        <numerusform>Ninguna ha aprendido nunca de una meta fuera del cuadrado. Tras {count} actualizaciones la aprendiz llega aun así: sus recorridos ganan {learner} y terminan a {near} de ella; los de su gemela, {twin} y {far}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from a goal outside of the square. The learner's walks ended {nearest} from it after an earlier update; after {count} updates they end {near} from it and earn {learner}: steps that fit the square lead astray out there. Its twin's end {far} away.</source>
      <translation>
        <numerusform>Ninguna ha aprendido nunca de una meta fuera del cuadrado. Los recorridos de la aprendiz terminaban a {nearest} de ella tras una actualización anterior; tras {count} actualización terminan a {near} y ganan {learner}: los pasos que convienen al cuadrado la extravían allí fuera. Los de su gemela terminan a {far}.</numerusform>
        <numerusform>Ninguna ha aprendido nunca de una meta fuera del cuadrado. Los recorridos de la aprendiz terminaban a {nearest} de ella tras una actualización anterior; tras {count} actualizaciones terminan a {near} y ganan {learner}: los pasos que convienen al cuadrado la extravían allí fuera. Los de su gemela terminan a {far}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from such a curve, and having learned to learn sine curves gains nothing here: after {count} steps the learner misses by {learner}, its twin by {twin}.</source>
      <translation>
        <numerusform>Ninguna ha aprendido nunca de una curva así, y haber aprendido a aprender curvas seno no aporta nada aquí: tras {count} paso el error de la aprendiz es {learner}, el de su gemela {twin}.</numerusform>
        <numerusform>Ninguna ha aprendido nunca de una curva así, y haber aprendido a aprender curvas seno no aporta nada aquí: tras {count} pasos el error de la aprendiz es {learner}, el de su gemela {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from such a curve, and what the learner knows of sine curves leads it astray: after {count} steps it misses by {learner}, its twin by {twin}.</source>
      <translation>
        <numerusform>Ninguna ha aprendido nunca de una curva así, y lo que la aprendiz sabe de curvas seno la desorienta: tras {count} paso su error es {learner}, el de su gemela {twin}.</numerusform>
        <numerusform>Ninguna ha aprendido nunca de una curva así, y lo que la aprendiz sabe de curvas seno la desorienta: tras {count} pasos su error es {learner}, el de su gemela {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Neither has ever learned from such a curve. After {count} steps the learner misses it by {learner} and its twin by {twin}.</source>
      <translation>
        <numerusform>Ninguna ha aprendido nunca de una curva así. Tras {count} paso el error de la aprendiz es {learner} y el de su gemela {twin}.</numerusform>
        <numerusform>Ninguna ha aprendido nunca de una curva así. Tras {count} pasos el error de la aprendiz es {learner} y el de su gemela {twin}.</numerusform>
      </translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Red</translation>
    </message>
    <message>
      <source>Neural network, traits in combination</source>
      <translation>Red neuronal, rasgos combinados</translation>
    </message>
    <message>
      <source>New folder (*)</source>
      <translation>Carpeta nueva (*)</translation>
    </message>
    <message>
      <source>New here? Five steps on an example, about a minute.</source>
      <translation>¿Es la primera vez? Cinco pasos con un ejemplo, en un minuto.</translation>
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
      <source>Next</source>
      <translation>Siguiente</translation>
    </message>
    <message>
      <source>Next image (right arrow)</source>
      <translation>Imagen siguiente (flecha derecha)</translation>
    </message>
    <message>
      <source>Next: {approaches}</source>
      <translation>Después: {approaches}</translation>
    </message>
    <message>
      <source>Next: {page}</source>
      <translation>Siguiente: {page}</translation>
    </message>
    <message>
      <source>No GPU that PyTorch can use was found. Its driver may be missing or too old.</source>
      <translation>No se encontró ninguna GPU que PyTorch pueda usar. Puede que falte el controlador o que sea demasiado antiguo.</translation>
    </message>
    <message>
      <source>No Ray cluster can be used at {address} ({reason}). Start one there with `ray start --head`, or give the address of one; where it asks for a token, set RAY_AUTH_MODE=token.</source>
      <translation>No se puede usar ningún clúster de Ray en {address} ({reason}). Iniciar uno allí con `ray start --head` o indicar la dirección de otro; si pide un token, definir RAY_AUTH_MODE=token.</translation>
    </message>
    <message>
      <source>No approach beats the simple baseline here: use {baseline}. The best approach, {what}, differs from it by {points} ± {interval} points, which is not significant.</source>
      <translation>Aquí ningún método supera a la referencia sencilla; conviene usar {baseline}. El mejor método, {what}, se diferencia de ella en {points} ± {interval} puntos, lo que no es significativo.</translation>
    </message>
    <message>
      <source>No approach beats the simple baseline here: use {baseline}. The best approach, {what}, is {points} ± {interval} points worse.</source>
      <translation>Aquí ningún método supera a la referencia sencilla; conviene usar {baseline}. El mejor método, {what}, queda {points} ± {interval} puntos por debajo.</translation>
    </message>
    <message>
      <source>No backup could be written to {folder} ({reason}). Check that folder and its disk.</source>
      <translation>No se pudo escribir ninguna copia de seguridad en {folder} ({reason}). Revisar esa carpeta y el disco.</translation>
    </message>
    <message>
      <source>No backup could be written to {folder}, as its disk is full: {needed} MB are needed, {free} MB are free. Free some space there.</source>
      <translation>No se pudo escribir ninguna copia de seguridad en {folder} porque el disco está lleno: se necesitan {needed} MB y hay {free} MB libres. Liberar espacio en él.</translation>
    </message>
    <message>
      <source>No better than chance, even on its training classes: it has learned nothing yet. Train it longer, or try another approach.</source>
      <translation>No acierta más que al azar, ni siquiera con sus clases de entrenamiento: aún no ha aprendido nada. Entrenarlo más tiempo o probar otro método.</translation>
    </message>
    <message>
      <source>No camera is connected. Once one is, its picture appears here.</source>
      <translation>No hay ninguna cámara conectada. En cuanto la haya, aquí aparecerá su imagen.</translation>
    </message>
    <message>
      <source>No change: these are already examples of {name}.</source>
      <translation>Sin cambios: ya son ejemplos de {name}.</translation>
    </message>
    <message>
      <source>No class is new to this run: it was trained on all of them.</source>
      <translation>Ninguna clase es nueva para este entrenamiento: se entrenó con todas.</translation>
    </message>
    <message>
      <source>No display is available for the window. Run `python main.py demo` for the main workflow in the terminal, or `python main.py --help` for all commands.</source>
      <translation>No hay pantalla en la que mostrar la ventana. Ejecutar `python main.py demo` para el proceso principal en la terminal, o `python main.py --help` para ver todas las órdenes.</translation>
    </message>
    <message>
      <source>No examples yet: drop some here</source>
      <translation>Sin ejemplos todavía: soltar aquí algunos</translation>
    </message>
    <message>
      <source>No image could be looked at: the pretrained network is suggested.</source>
      <translation>No se pudo examinar ninguna imagen: se sugiere la red preentrenada.</translation>
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
      <source>No label and no example is lost.</source>
      <translation>No se ha perdido ninguna etiqueta ni ningún ejemplo.</translation>
    </message>
    <message>
      <source>No labels yet</source>
      <translation>Todavía no hay etiquetas</translation>
    </message>
    <message>
      <source>No permission to read it.</source>
      <translation>Falta permiso para leerlo.</translation>
    </message>
    <message>
      <source>No proposal yet</source>
      <translation>Sin propuesta todavía</translation>
    </message>
    <message>
      <source>No proposals yet</source>
      <translation>Todavía no hay propuestas</translation>
    </message>
    <message>
      <source>No run is selected, so only the imported folders were compared.</source>
      <translation>No hay ningún entrenamiento seleccionado: solo se han comparado las carpetas importadas.</translation>
    </message>
    <message>
      <source>No run of this project has learned its ratings yet. Train one first: main.py train --problem ratings.</source>
      <translation>Ningún entrenamiento de este proyecto ha aprendido todavía sus valoraciones. Antes hay que entrenar uno: main.py train --problem ratings.</translation>
    </message>
    <message>
      <source>No runs yet. Choose an approach under New run and press Start.</source>
      <translation>Todavía no hay ningún entrenamiento. Elegir un método en «Nuevo» y pulsar «Empezar».</translation>
    </message>
    <message>
      <source>No sign of overfitting: accuracy on held-out classes is as high as on its training classes.</source>
      <translation>Sin indicios de sobreajuste: acierta tanto con las clases reservadas como con las de entrenamiento.</translation>
    </message>
    <message>
      <source>No sign of overfitting: accuracy on its training classes is {points} ± {interval} points above that on held-out classes.</source>
      <translation>Sin indicios de sobreajuste: el acierto con sus clases de entrenamiento supera en {points} ± {interval} puntos al de las reservadas.</translation>
    </message>
    <message>
      <source>No warnings: the test accuracy of run {run} should hold.</source>
      <translation>Sin advertencias: el acierto en las pruebas del entrenamiento {run} debería mantenerse.</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Núm.</translation>
    </message>
    <message>
      <source>No. {number}: {accuracy} after {time}</source>
      <translation>N.º {number}: {accuracy} tras {time}</translation>
    </message>
    <message>
      <source>Nobody called {name} is among the {people} people whose ratings run {run} learned.</source>
      <translation>Nadie llamado {name} está entre las {people} personas cuyas valoraciones aprendió el entrenamiento {run}.</translation>
    </message>
    <message numerus="yes">
      <source>Nobody whom they learned from had a taste of this kind. After {count} steps the learner misses the other ratings by {learner} stars, before the first by {before}, and its twin by {twin}.</source>
      <translation>
        <numerusform>Nadie de quien aprendieron tenía un gusto de esta clase. Tras {count} paso el error de la aprendiz en las demás valoraciones es de {learner} estrellas, antes de él era de {before}, y el de su gemela es de {twin}.</numerusform>
        <numerusform>Nadie de quien aprendieron tenía un gusto de esta clase. Tras {count} pasos el error de la aprendiz en las demás valoraciones es de {learner} estrellas, antes del primero era de {before}, y el de su gemela es de {twin}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nobody whom they learned from had a taste of this kind. After {count} steps the learner misses the other ratings by {learner} stars, before the first by {before}: what it knows of people leads it astray. Its twin misses by {twin}.</source>
      <translation>
        <numerusform>Nadie de quien aprendieron tenía un gusto de esta clase. Tras {count} paso el error de la aprendiz en las demás valoraciones es de {learner} estrellas, antes de él era de {before}: lo que sabe de la gente la lleva por mal camino. El de su gemela es de {twin}.</numerusform>
        <numerusform>Nadie de quien aprendieron tenía un gusto de esta clase. Tras {count} pasos el error de la aprendiz en las demás valoraciones es de {learner} estrellas, antes del primero era de {before}: lo que sabe de la gente la lleva por mal camino. El de su gemela es de {twin}.</numerusform>
      </translation>
    </message>
    <message>
      <source>None of the images can be read, for example {path}: {reason} If they moved, locate them.</source>
      <translation>No se puede leer ninguna de las imágenes, por ejemplo {path}: {reason} Si se movieron, localizarlas.</translation>
    </message>
    <message>
      <source>None of the selected runs adapts in steps: each adapts in a single pass. MAML, for example, takes steps.</source>
      <translation>Ninguno de los entrenamientos seleccionados se adapta por pasos: todos lo hacen en una sola pasada. MAML, por ejemplo, da pasos.</translation>
    </message>
    <message numerus="yes">
      <source>None of the {count} images in {folder} could be imported.
{images}</source>
      <translation>
        <numerusform>No se pudo importar la única imagen ({count}) de {folder}.
{images}</numerusform>
        <numerusform>No se pudo importar ninguna de las {count} imágenes de {folder}.
{images}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>None of the {count} images last seen in {old} is in {new}. Choose the folder they are in now.</source>
      <translation>
        <numerusform>La única imagen ({count}) vista por última vez en {old} no está en {new}. Elegir la carpeta donde está ahora.</numerusform>
        <numerusform>Ninguna de las {count} imágenes vistas por última vez en {old} está en {new}. Elegir la carpeta donde están ahora.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>None of the {count} rows of {table} names an image in {folder} and a class for it.</source>
      <translation>
        <numerusform>La {count} fila de {table} no nombra una imagen de {folder} y su clase.</numerusform>
        <numerusform>Ninguna de las {count} filas de {table} nombra una imagen de {folder} y su clase.</numerusform>
      </translation>
    </message>
    <message>
      <source>None of them could be tested on unseen classes.</source>
      <translation>Ninguno se ha podido probar con clases no vistas.</translation>
    </message>
    <message>
      <source>None of them is clearly better than chance ({chance} %).</source>
      <translation>Ninguno es claramente mejor que el azar ({chance} %).</translation>
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
    <message numerus="yes">
      <source>None of these: all {count}</source>
      <translation>
        <numerusform>Ninguna de estas: {count}</numerusform>
        <numerusform>Ninguna de estas: las {count}</numerusform>
      </translation>
    </message>
    <message>
      <source>None of this could be determined for run {run}.</source>
      <translation>Nada de esto se pudo determinar para el entrenamiento {run}.</translation>
    </message>
    <message>
      <source>None of {total} answers is called sure (confidence of {least} or more).</source>
      <translation>Ninguna de {total} respuestas se da por segura (confianza de {least} o más).</translation>
    </message>
    <message>
      <source>None, as in the paper</source>
      <translation>Ninguna, como en el artículo</translation>
    </message>
    <message>
      <source>Not a fair test: it was trained on some of these classes</source>
      <translation>Prueba no válida: se entrenó con algunas de estas clases</translation>
    </message>
    <message>
      <source>Not a fair test: it was trained on these classes</source>
      <translation>Prueba no válida: se entrenó con estas clases</translation>
    </message>
    <message>
      <source>Not all of the folders are named as split folders (train, validation, test).</source>
      <translation>No todas las carpetas tienen nombre de partición (train, validation, test).</translation>
    </message>
    <message>
      <source>Not clearly better than chance</source>
      <translation>No es claramente mejor que el azar</translation>
    </message>
    <message>
      <source>Not clearly more accurate than {what}</source>
      <translation>No acierta claramente más que {what}</translation>
    </message>
    <message>
      <source>Not finished</source>
      <translation>Sin terminar</translation>
    </message>
    <message>
      <source>Not proposed (no examples and no row in the table of traits): {names}.</source>
      <translation>Sin proponer (no tienen ejemplos ni fila en la tabla de rasgos): {names}.</translation>
    </message>
    <message>
      <source>Not proposed (no examples yet): {names}.</source>
      <translation>Sin proponer (todavía no tienen ejemplos): {names}.</translation>
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
      <source>Not trained</source>
      <translation>Sin entrenar</translation>
    </message>
    <message>
      <source>Not wanted</source>
      <translation>No interesa</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Note on {name}</source>
      <translation>Nota sobre {name}</translation>
    </message>
    <message>
      <source>Note on {name} changed</source>
      <translation>Nota sobre {name} cambiada</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Nota…</translation>
    </message>
    <message>
      <source>Nothing can be learned from no examples. Give at least one.</source>
      <translation>Sin ejemplos no se puede aprender nada. Hace falta al menos uno.</translation>
    </message>
    <message>
      <source>Nothing can be read of {path}, and there is no backup of it. It was left as it is.</source>
      <translation>No se puede leer nada de {path} y no hay copia de seguridad. Se ha dejado como está.</translation>
    </message>
    <message>
      <source>Nothing can be tested yet</source>
      <translation>Todavía no se puede probar nada</translation>
    </message>
    <message>
      <source>Nothing is left but the test.</source>
      <translation>Solo falta la prueba.</translation>
    </message>
    <message>
      <source>Nothing learned beats the simple baseline here, so use it: {baseline}, {accuracy} ± {interval} %.</source>
      <translation>Aquí nada de lo aprendido supera a la referencia sencilla; conviene usarla: {baseline}, {accuracy} ± {interval} %.</translation>
    </message>
    <message>
      <source>Nothing learned is clearly better than the simple baseline here, so use it: {baseline}, {accuracy} ± {interval} %. The best training, {what}, differs from it by {points} ± {by} points on the test classes.</source>
      <translation>Aquí nada de lo aprendido es claramente mejor que la referencia sencilla; conviene usarla: {baseline}, {accuracy} ± {interval} %. El mejor entrenamiento, {what}, se diferencia de ella en {points} ± {by} puntos en las clases de prueba.</translation>
    </message>
    <message>
      <source>Nothing learned yet: both begin alike</source>
      <translation>Aún no ha aprendido nada: las dos empiezan igual</translation>
    </message>
    <message>
      <source>Nothing leaves this computer. Your images are never changed.</source>
      <translation>Nada sale de este ordenador. Las imágenes no se modifican nunca.</translation>
    </message>
    <message>
      <source>Nothing of run {run} was saved yet: it starts over.</source>
      <translation>Del entrenamiento {run} aún no se había guardado nada: empieza de nuevo.</translation>
    </message>
    <message>
      <source>Nothing tested yet</source>
      <translation>Todavía no se ha probado nada</translation>
    </message>
    <message>
      <source>Nothing trained</source>
      <translation>Nada entrenado</translation>
    </message>
    <message>
      <source>Nothing trained yet</source>
      <translation>Todavía no se ha entrenado nada</translation>
    </message>
    <message>
      <source>Nothing was kept of any search yet.</source>
      <translation>Todavía no se ha guardado nada de ninguna búsqueda.</translation>
    </message>
    <message>
      <source>Number of the page</source>
      <translation>Número de la página</translation>
    </message>
    <message>
      <source>Numbers of examples must be at least 1.</source>
      <translation>Los números de ejemplos deben ser como mínimo 1.</translation>
    </message>
    <message>
      <source>Of a class with many labels, the newest {most} count.</source>
      <translation>De una clase con muchas etiquetas cuentan las {most} más recientes.</translation>
    </message>
    <message>
      <source>Of the last person of the set, the learner missed them by {error}.</source>
      <translation>Con la última persona del conjunto, el error de la aprendiz fue de {error}.</translation>
    </message>
    <message>
      <source>Of {sure} answers called sure (confidence of {least} or more), {right} are right. There are {total} in all.</source>
      <translation>De {sure} respuestas dadas por seguras (confianza de {least} o más), aciertan {right}. Hay {total} en total.</translation>
    </message>
    <message>
      <source>On the same episodes: {differences}</source>
      <translation>Comparación en los mismos episodios. {differences}</translation>
    </message>
    <message>
      <source>On the sine curve before, the learner missed by {error}.</source>
      <translation>En la curva seno anterior, el error de la aprendiz fue {error}.</translation>
    </message>
    <message>
      <source>On the validation classes, the best approach is {approach} and the best baseline is {baseline}: what follows compares these two.</source>
      <translation>Con las clases de validación, el mejor método es {approach} y la mejor referencia es {baseline}: lo que sigue compara estos dos.</translation>
    </message>
    <message>
      <source>On the validation classes, with its 95 % confidence interval.</source>
      <translation>Con las clases de validación y su intervalo de confianza del 95 %.</translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes</source>
      <translation>
        <numerusform>En {count} clase</numerusform>
        <numerusform>En {count} clases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes it was trained on</source>
      <translation>
        <numerusform>En {count} clase con la que se entrenó</numerusform>
        <numerusform>En {count} clases con las que se entrenó</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes used to select its checkpoint (so accuracy is optimistic)</source>
      <translation>
        <numerusform>En {count} clase con la que se eligió su punto de control (así que el acierto es optimista)</numerusform>
        <numerusform>En {count} clases con las que se eligió su punto de control (así que el acierto es optimista)</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} classes, {trained} of them training classes</source>
      <translation>
        <numerusform>En {count} clase, {trained} de ellas de entrenamiento</numerusform>
        <numerusform>En {count} clases, {trained} de ellas de entrenamiento</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} test classes</source>
      <translation>
        <numerusform>En {count} clase de prueba</numerusform>
        <numerusform>En {count} clases de prueba</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On {count} unseen classes</source>
      <translation>
        <numerusform>En {count} clase no vista</numerusform>
        <numerusform>En {count} clases no vistas</numerusform>
      </translation>
    </message>
    <message>
      <source>Once images are labelled, including as unknown or none of the classes, their labels can be exported here.</source>
      <translation>Cuando haya imágenes etiquetadas, también como sin identificar o de ninguna de las clases, sus etiquetas se podrán exportar aquí.</translation>
    </message>
    <message>
      <source>One after another on the same episodes, so that they can be compared.</source>
      <translation>Uno tras otro con los mismos episodios, para poder compararlos.</translation>
    </message>
    <message>
      <source>One and a half times as large, for a projector</source>
      <translation>Una vez y media más grande, para un proyector</translation>
    </message>
    <message>
      <source>One episode does not fit in the device's memory. Choose smaller images, fewer classes or queries, or another device.</source>
      <translation>Un episodio no cabe en la memoria del dispositivo. Elegir imágenes más pequeñas, menos clases o consultas, u otro dispositivo.</translation>
    </message>
    <message>
      <source>One file for all your work, except the images themselves.</source>
      <translation>Un solo archivo para todo el trabajo, salvo las propias imágenes.</translation>
    </message>
    <message>
      <source>One image is too few: an episode needs an example and a query.</source>
      <translation>Una sola imagen es poco: un episodio necesita un ejemplo y una consulta.</translation>
    </message>
    <message>
      <source>One of its values cannot be read ({reason}).</source>
      <translation>Uno de sus valores no se puede leer ({reason}).</translation>
    </message>
    <message numerus="yes">
      <source>One of its {count} examples is also in {name}: {file}</source>
      <translation>
        <numerusform>Tiene {count} ejemplo, que está también en {name}: {file}</numerusform>
        <numerusform>Uno de sus {count} ejemplos está también en {name}: {file}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>One of its {count} examples is nearly the same as an image of {name}: {file}</source>
      <translation>
        <numerusform>Tiene {count} ejemplo, que es casi igual que una imagen de {name}: {file}</numerusform>
        <numerusform>Uno de sus {count} ejemplos es casi igual que una imagen de {name}: {file}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>One of its {count} examples looks like {name}: {file}</source>
      <translation>
        <numerusform>Tiene {count} ejemplo, que parece {name}: {file}</numerusform>
        <numerusform>Uno de sus {count} ejemplos parece {name}: {file}</numerusform>
      </translation>
    </message>
    <message>
      <source>One row per image, for spreadsheets and statistics programs.</source>
      <translation>Una fila por imagen, para hojas de cálculo y programas de estadística.</translation>
    </message>
    <message>
      <source>One step later, as in the paper</source>
      <translation>Un paso después, como en el artículo</translation>
    </message>
    <message>
      <source>One-shot</source>
      <translation>Uno</translation>
    </message>
    <message>
      <source>Only --engine ray has an address; {given} was given.</source>
      <translation>Solo --engine ray tiene una dirección; se ha indicado {given}.</translation>
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
      <source>Only folders and tables can be imported. Put the images in a folder and drop that here.</source>
      <translation>Solo se pueden importar carpetas y tablas. Poner las imágenes en una carpeta y soltarla aquí.</translation>
    </message>
    <message numerus="yes">
      <source>Only {count} classes were tested: the interval over which classes were drawn is rough.</source>
      <translation>
        <numerusform>Solo se probó {count} clase: el intervalo según las clases que tocaron es aproximado.</numerusform>
        <numerusform>Solo se probaron {count} clases: el intervalo según las clases que tocaron es aproximado.</numerusform>
      </translation>
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
      <source>Open the repaired project</source>
      <translation>Abrir el proyecto reparado</translation>
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
      <source>Order images by what was picked</source>
      <translation>Ordenar las imágenes según lo elegido</translation>
    </message>
    <message>
      <source>Other:</source>
      <translation>Otro:</translation>
    </message>
    <message>
      <source>Others were better after as many episodes.</source>
      <translation>Otros eran mejores tras los mismos episodios.</translation>
    </message>
    <message>
      <source>Outer step size</source>
      <translation>Tamaño del paso externo</translation>
    </message>
    <message>
      <source>Output for each class</source>
      <translation>Salida para cada clase</translation>
    </message>
    <message>
      <source>Output layer, fast</source>
      <translation>Salida, rápidos</translation>
    </message>
    <message>
      <source>Output layer, slow</source>
      <translation>Salida, lentos</translation>
    </message>
    <message>
      <source>Over time</source>
      <translation>En el tiempo</translation>
    </message>
    <message>
      <source>Overfitting: accuracy on its training classes is {points} ± {interval} points above that on held-out classes, and the gap grew from {early} to {late} points during training. Import more classes; training longer does not help.</source>
      <translation>Sobreajuste: el acierto con sus clases de entrenamiento supera en {points} ± {interval} puntos al de las reservadas, y la brecha creció de {early} a {late} puntos durante el entrenamiento. Importar más clases; entrenar más tiempo no ayuda.</translation>
    </message>
    <message>
      <source>Overfitting: the generalisation gap has grown from {before} to {gap} points.</source>
      <translation>Sobreajuste: la brecha de generalización ha crecido de {before} a {gap} puntos.</translation>
    </message>
    <message>
      <source>Overnight (8 hours)</source>
      <translation>Durante la noche (8 horas)</translation>
    </message>
    <message>
      <source>PNG picture</source>
      <translation>Imagen PNG</translation>
    </message>
    <message>
      <source>Pad</source>
      <translation>Rellenar</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>Página</translation>
    </message>
    <message>
      <source>Page {page} was chosen, but the file has {pages}. Import it with another page.</source>
      <translation>Se eligió la página {page}, pero el archivo tiene {pages}. Hay que importarlo con otra página.</translation>
    </message>
    <message>
      <source>Pages of the guide</source>
      <translation>Páginas de la guía</translation>
    </message>
    <message>
      <source>Participant {number} of {total}: {what}</source>
      <translation>Participante {number} de {total}: {what}</translation>
    </message>
    <message>
      <source>Passes over the examples</source>
      <translation>Pasadas por los ejemplos</translation>
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
      <source>Paused while preparing images</source>
      <translation>En pausa al preparar las imágenes</translation>
    </message>
    <message>
      <source>Paused while preparing images; what was prepared is kept.</source>
      <translation>En pausa al preparar las imágenes; lo ya preparado se conserva.</translation>
    </message>
    <message>
      <source>Pausing</source>
      <translation>Pausando</translation>
    </message>
    <message>
      <source>Per class</source>
      <translation>Por clase</translation>
    </message>
    <message>
      <source>Per layer</source>
      <translation>Por capa</translation>
    </message>
    <message>
      <source>Per layer and step</source>
      <translation>Por capa y paso</translation>
    </message>
    <message>
      <source>Per weight (Meta-SGD)</source>
      <translation>Por peso (Meta-SGD)</translation>
    </message>
    <message>
      <source>Perhaps a new class</source>
      <translation>Quizá una clase nueva</translation>
    </message>
    <message>
      <source>Perhaps none of these</source>
      <translation>Quizá ninguna de estas</translation>
    </message>
    <message>
      <source>Perhaps overfitting: accuracy on its training classes is {points} ± {interval} points above that on held-out classes, which is not clear with so few classes or episodes.</source>
      <translation>Quizá haya sobreajuste: el acierto con sus clases de entrenamiento supera en {points} ± {interval} puntos al de las reservadas, pero con tan pocas clases o episodios no queda claro.</translation>
    </message>
    <message>
      <source>Perhaps overfitting: the gap between training and held-out classes grew from {early} to {late} points during training. At the selected checkpoint it is {points} ± {interval} points, which is not clear.</source>
      <translation>Quizá haya sobreajuste: la brecha entre las clases de entrenamiento y las reservadas creció de {early} a {late} puntos durante el entrenamiento. En el punto de control elegido es de {points} ± {interval} puntos, lo que no es concluyente.</translation>
    </message>
    <message>
      <source>Photograph examples of a class with a camera of this computer.</source>
      <translation>Fotografiar ejemplos de una clase con una cámara de este ordenador.</translation>
    </message>
    <message>
      <source>Photographs are saved in {folder}</source>
      <translation>Las fotografías se guardan en {folder}</translation>
    </message>
    <message>
      <source>Photographs as examples</source>
      <translation>Fotografías como ejemplos</translation>
    </message>
    <message>
      <source>Pictures that were not rated, in the order of: {title}</source>
      <translation>Imágenes sin valorar, en el orden de: {title}</translation>
    </message>
    <message>
      <source>Pictures to rate</source>
      <translation>Imágenes para valorar</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>Píxeles</translation>
    </message>
    <message>
      <source>Pixels of the square that an image becomes for the network.</source>
      <translation>Píxeles del cuadrado en que se convierte una imagen para la red.</translation>
    </message>
    <message>
      <source>Plane of: {title}</source>
      <translation>Plano de: {title}</translation>
    </message>
    <message>
      <source>Playground</source>
      <translation>Zona de juego</translation>
    </message>
    <message>
      <source>Points above or below the best baseline on the same episodes, with the wider of two 95 % confidence intervals: over episodes, and over which classes were drawn.</source>
      <translation>Puntos por encima o por debajo de la mejor referencia en los mismos episodios, con el más ancho de dos intervalos de confianza del 95 %: según los episodios y según las clases que tocaron.</translation>
    </message>
    <message>
      <source>Predicted</source>
      <translation>Predicha</translation>
    </message>
    <message>
      <source>Preparing</source>
      <translation>Preparando</translation>
    </message>
    <message>
      <source>Preparing images</source>
      <translation>Preparando las imágenes</translation>
    </message>
    <message>
      <source>Press and hold</source>
      <translation>Mantener pulsado</translation>
    </message>
    <message>
      <source>Press and hold to remove this folder from the project. Its files stay where they are.</source>
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
      <source>Pretrained on a million photographs: the best start when there are few images.</source>
      <translation>Preentrenada con un millón de fotografías: el mejor comienzo cuando hay pocas imágenes.</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Vista previa</translation>
    </message>
    <message>
      <source>Previous image (left arrow)</source>
      <translation>Imagen anterior (flecha izquierda)</translation>
    </message>
    <message>
      <source>Probability of one class</source>
      <translation>Probabilidad de ser iguales</translation>
    </message>
    <message>
      <source>Processes that trained this run ended {times} times before they were done, perhaps for lack of memory. Train fewer runs at a time, or on smaller images, and resume it.</source>
      <translation>Los procesos de este entrenamiento acabaron antes de tiempo {times} veces, quizá por falta de memoria. Hacer menos entrenamientos a la vez, o con imágenes más pequeñas, y reanudarlo.</translation>
    </message>
    <message>
      <source>Processing the images. Labelling can start meanwhile.</source>
      <translation>Procesando las imágenes. Entretanto se puede empezar a etiquetar.</translation>
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
      <source>Prototypes</source>
      <translation>Prototipos</translation>
    </message>
    <message>
      <source>Prototypical Networks</source>
      <translation>Redes prototípicas</translation>
    </message>
    <message>
      <source>Put a point on either plane, and both adapt to it.</source>
      <translation>Con un punto en cualquiera de los planos, las dos se adaptan a él.</translation>
    </message>
    <message>
      <source>Queries</source>
      <translation>Consultas</translation>
    </message>
    <message>
      <source>Queries per class</source>
      <translation>Consultas por clase</translation>
    </message>
    <message>
      <source>Query</source>
      <translation>Consulta</translation>
    </message>
    <message>
      <source>Query {number} of {name}, recognised: {file}</source>
      <translation>Consulta {number} de {name}, reconocida: {file}</translation>
    </message>
    <message>
      <source>Query {number} of {name}, taken for {found}: {file}</source>
      <translation>Consulta {number} de {name}, tomada por {found}: {file}</translation>
    </message>
    <message>
      <source>Query {number} of {name}: {file}</source>
      <translation>Consulta {number} de {name}: {file}</translation>
    </message>
    <message>
      <source>R2-D2</source>
      <translation>R2-D2</translation>
    </message>
    <message>
      <source>Ratings</source>
      <translation>Valoraciones</translation>
    </message>
    <message>
      <source>Raw pixels</source>
      <translation>Píxeles sin procesar</translation>
    </message>
    <message>
      <source>Raw pixels are compared directly: there is no embedding.</source>
      <translation>Los píxeles se comparan directamente: no hay representación.</translation>
    </message>
    <message>
      <source>Raw pixels learn nothing. Choose a run to watch.</source>
      <translation>Los píxeles sin procesar no aprenden nada. Hay que elegir un entrenamiento para observarlo.</translation>
    </message>
    <message>
      <source>Raw-pixel baseline</source>
      <translation>Referencia de píxeles</translation>
    </message>
    <message>
      <source>Ray is not installed here. Install it with `pip install metalearning-workbench[cluster]`, or train without --engine ray.</source>
      <translation>Ray no está instalado aquí. Instalarlo con `pip install metalearning-workbench[cluster]` o entrenar sin --engine ray.</translation>
    </message>
    <message>
      <source>Read and write heads</source>
      <translation>Cabezales de lectura y escritura</translation>
    </message>
    <message>
      <source>Read and write order</source>
      <translation>Orden de lectura y escritura</translation>
    </message>
    <message>
      <source>Read first</source>
      <translation>Leer primero</translation>
    </message>
    <message>
      <source>Read table of traits</source>
      <translation>Leer la tabla de rasgos</translation>
    </message>
    <message>
      <source>Read the images of the episode</source>
      <translation>Leer las imágenes del episodio</translation>
    </message>
    <message>
      <source>Reading steps (full context embeddings only)</source>
      <translation>Pasos de lectura (solo con contexto completo)</translation>
    </message>
    <message>
      <source>Reading the examples</source>
      <translation>Leyendo los ejemplos</translation>
    </message>
    <message>
      <source>Reading {path}</source>
      <translation>Leyendo {path}</translation>
    </message>
    <message>
      <source>Reads the examples one after another into an external memory. A new image retrieves the entries of similar examples, and their class wins.</source>
      <translation>Lee los ejemplos uno tras otro y los guarda en una memoria externa. Una imagen nueva recupera las entradas de los ejemplos parecidos, y gana su clase.</translation>
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
      <source>Redo</source>
      <translation>Rehacer</translation>
    </message>
    <message>
      <source>Reject: none of the classes</source>
      <translation>Rechazar: ninguna de las clases</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Quitar</translation>
    </message>
    <message>
      <source>Remove all picks of this person</source>
      <translation>Quitar todo lo que eligió esta persona</translation>
    </message>
    <message>
      <source>Remove class</source>
      <translation>Quitar clase</translation>
    </message>
    <message>
      <source>Remove example</source>
      <translation>Quitar este ejemplo</translation>
    </message>
    <message>
      <source>Remove this folder and import it again with another layout or other roles</source>
      <translation>Quitar esta carpeta y volver a importarla con otra organización o con otros roles</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Quitar {name}</translation>
    </message>
    <message>
      <source>Remove {name} from this list</source>
      <translation>Quitar {name} de esta lista</translation>
    </message>
    <message>
      <source>Removes the curve and all points</source>
      <translation>Quita la curva y todos los puntos</translation>
    </message>
    <message>
      <source>Removes the person and all stars</source>
      <translation>Quita la persona y todas las estrellas</translation>
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
      <source>Repair into a new file</source>
      <translation>Reparar en un archivo nuevo</translation>
    </message>
    <message>
      <source>Repaired project</source>
      <translation>Proyecto reparado</translation>
    </message>
    <message>
      <source>Repairing {name}…</source>
      <translation>Reparando {name}…</translation>
    </message>
    <message>
      <source>Repairing {table}: row {number}</source>
      <translation>Reparando {table}: fila {number}</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Informe</translation>
    </message>
    <message>
      <source>Represents each new class by the mean of its examples, then lets a transformer adapt these means to one another. The nearest mean wins, by what tells the classes at hand apart.</source>
      <translation>Representa cada clase nueva con la media de sus ejemplos y deja que un transformador adapte esas medias unas a otras. Gana la media más cercana, según lo que distingue a las clases presentes.</translation>
    </message>
    <message>
      <source>Reptile</source>
      <translation>Reptile</translation>
    </message>
    <message>
      <source>Reset zoom</source>
      <translation>Restablecer el zoom</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Restaurar</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Reanudar</translation>
    </message>
    <message>
      <source>Resume at episode {episode}</source>
      <translation>Reanudar en el episodio {episode}</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>Retorno</translation>
    </message>
    <message>
      <source>Right (%)</source>
      <translation>Aciertos (%)</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rol</translation>
    </message>
    <message>
      <source>Rotated classes have traits that no table lists. To learn from traits, do not rotate images.</source>
      <translation>Las clases giradas tienen rasgos que ninguna tabla recoge. Para aprender de los rasgos, no girar las imágenes.</translation>
    </message>
    <message>
      <source>Rotated classes need a trainable network; {name} is frozen.</source>
      <translation>Las clases giradas necesitan una red que se entrene; {name} está congelada.</translation>
    </message>
    <message>
      <source>Rotated classes too</source>
      <translation>También clases giradas</translation>
    </message>
    <message>
      <source>Row {row} of {table} refers to a missing row of {parent}.</source>
      <translation>La fila {row} de {table} remite a una fila de {parent} que no existe.</translation>
    </message>
    <message>
      <source>Rows of the memory</source>
      <translation>Filas de la memoria</translation>
    </message>
    <message>
      <source>Rows that were damaged</source>
      <translation>Filas que estaban dañadas</translation>
    </message>
    <message>
      <source>Rows: actual class. Columns: predicted class.</source>
      <translation>Filas: clase real. Columnas: clase predicha.</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Entrenamiento</translation>
    </message>
    <message>
      <source>Run {run}</source>
      <translation>Entrenamiento {run}</translation>
    </message>
    <message>
      <source>Run {run} did not learn images, but {problem}: it cannot be used here.</source>
      <translation>El entrenamiento {run} no aprendió imágenes, sino {problem}: no se puede usar aquí.</translation>
    </message>
    <message>
      <source>Run {run} ended before anything was saved, so it cannot be used. Train a new one.</source>
      <translation>El entrenamiento {run} terminó antes de guardar nada y no se puede usar. Hacer otro entrenamiento.</translation>
    </message>
    <message>
      <source>Run {run} has not been tested on unseen classes without examples, so the accuracy of its proposals is unknown. Test it with 0 examples first.</source>
      <translation>El entrenamiento {run} no se ha probado sin ejemplos con clases no vistas, así que se desconoce el acierto de sus propuestas. Conviene probarlo antes con 0 ejemplos.</translation>
    </message>
    <message>
      <source>Run {run} has not been tested on unseen classes, so the accuracy of its proposals is unknown. Test it first.</source>
      <translation>El entrenamiento {run} no se ha probado con clases no vistas, así que se desconoce el acierto de sus propuestas. Conviene probarlo antes.</translation>
    </message>
    <message>
      <source>Run {run} has only been tested without examples, so the accuracy of its proposals with examples is unknown. Test it with examples first.</source>
      <translation>El entrenamiento {run} solo se ha probado sin ejemplos, así que se desconoce el acierto de sus propuestas con ejemplos. Conviene probarlo antes con ejemplos.</translation>
    </message>
    <message>
      <source>Run {run} is being trained, so it cannot be deleted. Stop it first.</source>
      <translation>El entrenamiento {run} está en curso, así que no se puede eliminar. Detenerlo primero.</translation>
    </message>
    <message>
      <source>Run {run} is called {name}</source>
      <translation>El entrenamiento {run} se llama {name}</translation>
    </message>
    <message>
      <source>Run {run} is damaged, so it is not listed.</source>
      <translation>El entrenamiento {run} está dañado, así que no aparece en la lista.</translation>
    </message>
    <message>
      <source>Run {run} is not as it was saved.</source>
      <translation>El entrenamiento {run} no está como se guardó.</translation>
    </message>
    <message>
      <source>Run {run} is not clearly better than chance: {accuracy} % at telling {way} unseen classes apart, with {shot} of each as examples. Do not rely on its proposals: train it longer, or choose another model.</source>
      <translation>El entrenamiento {run} no es claramente mejor que el azar: {accuracy} % al distinguir {way} clases no vistas, con {shot} de cada una como ejemplos. No conviene fiarse de sus propuestas: entrenarlo más tiempo o elegir otro modelo.</translation>
    </message>
    <message>
      <source>Run {run} is not deleted, so there is nothing to restore.</source>
      <translation>El entrenamiento {run} no está eliminado, así que no hay nada que restaurar.</translation>
    </message>
    <message>
      <source>Run {run} is not finished: it has been trained on {episode} of {episodes} episodes so far.</source>
      <translation>El entrenamiento {run} no ha terminado: lleva {episode} de {episodes} episodios.</translation>
    </message>
    <message>
      <source>Run {run} is training on {name}. Wait until it finishes, or stop it.</source>
      <translation>El entrenamiento {run} está usando {name}. Esperar a que termine o detenerlo.</translation>
    </message>
    <message>
      <source>Run {run} labels: it is the newest.</source>
      <translation>El entrenamiento {run} etiqueta: es el más reciente.</translation>
    </message>
    <message>
      <source>Run {run} labels: it learned from other classes than the newest search.</source>
      <translation>El entrenamiento {run} etiqueta: aprendió de otras clases que la búsqueda más reciente.</translation>
    </message>
    <message>
      <source>Run {run} labels: of {compared} runs of the same classes, with as many classes and examples in an episode, it is the best on validation classes, {accuracy} %.</source>
      <translation>El entrenamiento {run} etiqueta: de {compared} con las mismas clases, y con igual número de clases y ejemplos por episodio, es el mejor en las clases de validación, {accuracy} %.</translation>
    </message>
    <message>
      <source>Run {run} labels: on validation classes it did better than what the newest search found.</source>
      <translation>El entrenamiento {run} etiqueta: en las clases de validación fue mejor que lo que encontró la búsqueda más reciente.</translation>
    </message>
    <message>
      <source>Run {run} labels: the newest search found it, and nothing trained since did better.</source>
      <translation>El entrenamiento {run} etiqueta: lo encontró la búsqueda más reciente, y ninguno posterior fue mejor.</translation>
    </message>
    <message>
      <source>Run {run} learned images: it is tested on classes.</source>
      <translation>El entrenamiento {run} aprendió imágenes: se prueba con clases.</translation>
    </message>
    <message>
      <source>Run {run} learned {name}, which this version of the program does not know.</source>
      <translation>El entrenamiento {run} aprendió {name}, que esta versión del programa no conoce.</translation>
    </message>
    <message>
      <source>Run {run} was deleted</source>
      <translation>El entrenamiento {run} se eliminó</translation>
    </message>
    <message>
      <source>Run {run} was deleted, and nothing is left of it but its number and its settings since the project was made smaller. Train a new one.</source>
      <translation>El entrenamiento {run} se eliminó, y desde que se compactó el proyecto solo quedan de él su número y sus ajustes. Entrenar uno nuevo.</translation>
    </message>
    <message>
      <source>Run {run} was deleted. Restore it to use it again.</source>
      <translation>El entrenamiento {run} se eliminó. Restaurarlo para volver a usarlo.</translation>
    </message>
    <message>
      <source>Run {run} was deleted. What you decided stays; {model} proposes now.</source>
      <translation>El entrenamiento {run} se eliminó. Lo decidido se queda; ahora propone {model}.</translation>
    </message>
    <message>
      <source>Run {run} was trained in another project, and fewer than two of its training or validation classes are in this one: its overfitting cannot be measured here.</source>
      <translation>El entrenamiento {run} se hizo en otro proyecto, y en este hay menos de dos de sus clases de entrenamiento o de validación: aquí no se puede medir su sobreajuste.</translation>
    </message>
    <message>
      <source>Run {run} was tried by a search, which keeps the weights of its best trainings only: its figures are left, but it cannot be used. Use one of the best, or train it again.</source>
      <translation>Una búsqueda probó el entrenamiento {run}, y solo conserva los pesos de los mejores: quedan sus cifras, pero no se puede usar. Conviene usar uno de los mejores o entrenarlo de nuevo.</translation>
    </message>
    <message>
      <source>Run {run}, which it found, was deleted for good.</source>
      <translation>El entrenamiento {run}, que es el que encontró, se eliminó definitivamente.</translation>
    </message>
    <message>
      <source>Run {run}, which it found, was deleted.</source>
      <translation>El entrenamiento {run}, que es el que encontró, se eliminó.</translation>
    </message>
    <message>
      <source>Run {run}, {approach}: episode {number}</source>
      <translation>Entrenamiento {run}, {approach}: episodio {number}</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>En curso</translation>
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
      <source>Runs are trained on meta-train classes, meta-validation classes select the checkpoint, and meta-test classes stay unseen until the end, so that test accuracy is measured on unseen classes.</source>
      <translation>Se entrena con las clases de entrenamiento, las de validación sirven para elegir el punto de control y las de prueba no se ven hasta el final, de modo que el acierto de la prueba se mide con clases nunca vistas.</translation>
    </message>
    <message>
      <source>Runs are trained on meta-train classes: this accuracy says little about new classes.</source>
      <translation>Los entrenamientos aprenden de las clases de entrenamiento: este acierto dice poco de las clases nuevas.</translation>
    </message>
    <message>
      <source>Runs are trained on these classes, so they are easy.</source>
      <translation>Los entrenamientos aprenden de estas clases, así que les resultan fáciles.</translation>
    </message>
    <message>
      <source>Runs done</source>
      <translation>Entrenamientos hechos</translation>
    </message>
    <message>
      <source>Runs of search {number}</source>
      <translation>Entrenamientos de la búsqueda {number}</translation>
    </message>
    <message>
      <source>Runs to list</source>
      <translation>Entrenamientos que se muestran</translation>
    </message>
    <message>
      <source>Runs {runs} are damaged, so they are not listed.</source>
      <translation>Los entrenamientos {runs} están dañados, así que no aparecen en la lista.</translation>
    </message>
    <message>
      <source>SGD</source>
      <translation>SGD</translation>
    </message>
    <message>
      <source>SVG drawing</source>
      <translation>Dibujo SVG</translation>
    </message>
    <message>
      <source>Same episodes for all: {way} classes, {shot} ex. per class, {episodes} episodes; times on {device}.</source>
      <translation>Los mismos episodios para todos: {way} clases, {shot} ej. por clase, {episodes} episodios; tiempos en {device}.</translation>
    </message>
    <message>
      <source>Save a copy of the project</source>
      <translation>Guardar una copia del proyecto</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>Guardar una copia…</translation>
    </message>
    <message>
      <source>Save a photograph</source>
      <translation>Guardar una fotografía</translation>
    </message>
    <message>
      <source>Save and pause; Resume continues exactly from here.</source>
      <translation>Guardar y pausar; con «Reanudar» se continúa exactamente desde aquí.</translation>
    </message>
    <message>
      <source>Save and stop this run and start the next; it can be resumed later.</source>
      <translation>Guardar y detener este entrenamiento y empezar el siguiente; se puede reanudar después.</translation>
    </message>
    <message>
      <source>Save and stop; the run stays in the list and can be resumed from there.</source>
      <translation>Guardar y detener; el entrenamiento se queda en la lista y se puede reanudar desde ahí.</translation>
    </message>
    <message>
      <source>Save data</source>
      <translation>Guardar los datos</translation>
    </message>
    <message>
      <source>Save data…</source>
      <translation>Guardar los datos…</translation>
    </message>
    <message>
      <source>Save labels</source>
      <translation>Guardar etiquetas</translation>
    </message>
    <message>
      <source>Save picks</source>
      <translation>Guardar lo elegido</translation>
    </message>
    <message>
      <source>Save picture</source>
      <translation>Guardar la imagen</translation>
    </message>
    <message>
      <source>Save picture or data</source>
      <translation>Guardar la imagen o los datos</translation>
    </message>
    <message>
      <source>Save picture…</source>
      <translation>Guardar la imagen…</translation>
    </message>
    <message>
      <source>Save table of traits</source>
      <translation>Guardar la tabla de rasgos</translation>
    </message>
    <message>
      <source>Save {name}</source>
      <translation>Guardar {name}</translation>
    </message>
    <message>
      <source>Saved as {name}</source>
      <translation>Guardada como {name}</translation>
    </message>
    <message>
      <source>Saved as {path}.</source>
      <translation>Guardado como {path}.</translation>
    </message>
    <message>
      <source>Saved work is safe, and you can continue. If it happens again, copy this report and send it to whoever maintains the program. It names files of the program, none of your images.</source>
      <translation>Lo guardado está a salvo y se puede seguir trabajando. Si vuelve a ocurrir, copiar este informe y enviarlo a quien mantenga el programa. Nombra archivos del programa, ninguna de las imágenes.</translation>
    </message>
    <message>
      <source>Saving before pausing…</source>
      <translation>Guardando antes de la pausa…</translation>
    </message>
    <message>
      <source>Saving before the test…</source>
      <translation>Guardando antes de la prueba…</translation>
    </message>
    <message>
      <source>Say on the left how long it may take, and press Start.</source>
      <translation>Decir a la izquierda cuánto puede tardar y pulsar «Empezar».</translation>
    </message>
    <message>
      <source>Say only how long it may take.</source>
      <translation>Solo hay que decir cuánto puede tardar.</translation>
    </message>
    <message>
      <source>Scanning {folder}</source>
      <translation>Explorando {folder}</translation>
    </message>
    <message numerus="yes">
      <source>Scanning: {count} files</source>
      <translation>
        <numerusform>Explorando: {count} archivo</numerusform>
        <numerusform>Explorando: {count} archivos</numerusform>
      </translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Puntuación</translation>
    </message>
    <message>
      <source>Score by episode</source>
      <translation>Puntuación por episodio</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Búsqueda</translation>
    </message>
    <message>
      <source>Search in progress</source>
      <translation>Búsqueda en curso</translation>
    </message>
    <message>
      <source>Search on, until it took {time} in all.</source>
      <translation>Seguir buscando hasta un total de {time}.</translation>
    </message>
    <message>
      <source>Search paused</source>
      <translation>Búsqueda en pausa</translation>
    </message>
    <message>
      <source>Search the guide</source>
      <translation>Buscar en la guía</translation>
    </message>
    <message>
      <source>Search to show</source>
      <translation>Búsqueda que se muestra</translation>
    </message>
    <message>
      <source>Search {number}</source>
      <translation>Búsqueda {number}</translation>
    </message>
    <message>
      <source>Searches for the best way to learn</source>
      <translation>Búsquedas de la mejor forma de aprender</translation>
    </message>
    <message>
      <source>Second layer</source>
      <translation>Segunda capa</translation>
    </message>
    <message>
      <source>Second order (exact)</source>
      <translation>Segundo orden (exacto)</translation>
    </message>
    <message>
      <source>See what learning to learn is, with a few points and no images.</source>
      <translation>Ver qué es aprender a aprender, con unos pocos puntos y sin imágenes.</translation>
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
      <source>Select a folder first.</source>
      <translation>Seleccionar antes una carpeta.</translation>
    </message>
    <message>
      <source>Select a model to test.</source>
      <translation>Seleccionar un modelo para probarlo.</translation>
    </message>
    <message>
      <source>Select a range</source>
      <translation>Seleccionar un intervalo</translation>
    </message>
    <message>
      <source>Select a row to show its test in the other tabs.</source>
      <translation>Al seleccionar una fila, las demás pestañas muestran su prueba.</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>Seleccionar todo</translation>
    </message>
    <message>
      <source>Select classes to assign a role.</source>
      <translation>Seleccionar clases para asignarles un rol.</translation>
    </message>
    <message>
      <source>Select runs on the left: they and the baselines are evaluated on the same episodes, and a sentence says whether training was worth it.</source>
      <translation>Seleccionar entrenamientos a la izquierda: se evalúan en los mismos episodios que las referencias, y una frase dice si ha merecido la pena entrenar.</translation>
    </message>
    <message>
      <source>Select the approaches to train.</source>
      <translation>Seleccionar los métodos que entrenar.</translation>
    </message>
    <message>
      <source>Selected on the left: {what}. These findings are about another run.</source>
      <translation>A la izquierda se seleccionó otra cosa: {what}. Estos hallazgos son de otro entrenamiento.</translation>
    </message>
    <message>
      <source>Separate for each class, as in the paper</source>
      <translation>Propio de cada clase, como en el artículo</translation>
    </message>
    <message>
      <source>Set as suggested</source>
      <translation>Configurado según la sugerencia</translation>
    </message>
    <message>
      <source>Sets of classes to label with</source>
      <translation>Conjuntos de clases para etiquetar</translation>
    </message>
    <message>
      <source>Setting</source>
      <translation>Ajuste</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Ajustes</translation>
    </message>
    <message>
      <source>Several approaches are trained within this time and compared on new classes; the best one is kept.</source>
      <translation>En ese tiempo se entrenan varios métodos y se comparan con clases nuevas; se conserva el mejor.</translation>
    </message>
    <message>
      <source>Several folders are named {name}, in different Unicode forms; they were merged into one class.</source>
      <translation>Varias carpetas se llaman {name}, en formas Unicode distintas; se unieron en una sola clase.</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Proporción</translation>
    </message>
    <message>
      <source>Share of all queries of the actual class.</source>
      <translation>Proporción de todas las consultas de la clase real.</translation>
    </message>
    <message>
      <source>Share of answers that is right</source>
      <translation>Proporción de respuestas correctas</translation>
    </message>
    <message>
      <source>Share of known images that keep their class</source>
      <translation>Proporción de imágenes conocidas que conservan su clase</translation>
    </message>
    <message>
      <source>Share of the training by episodes (0: none, as SimpleShot)</source>
      <translation>Parte del entrenamiento con episodios (0: ninguna, como SimpleShot)</translation>
    </message>
    <message>
      <source>Share right by confidence</source>
      <translation>Aciertos por confianza</translation>
    </message>
    <message>
      <source>Shared, any number of classes</source>
      <translation>Común, para cualquier número de clases</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Mayús</translation>
    </message>
    <message>
      <source>Shift+arrows, Shift+click</source>
      <translation>Mayús+flechas, Mayús+clic</translation>
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
      <source>Show deleted ({number})</source>
      <translation>Mostrar eliminados ({number})</translation>
    </message>
    <message>
      <source>Show frames</source>
      <translation>Mostrar imágenes</translation>
    </message>
    <message>
      <source>Show less like it (−). This is no label.</source>
      <translation>Mostrar menos imágenes como esta (−). No es una etiqueta.</translation>
    </message>
    <message>
      <source>Show more like it (+). This is no label.</source>
      <translation>Mostrar más imágenes como esta (+). No es una etiqueta.</translation>
    </message>
    <message>
      <source>Show run {run}</source>
      <translation>Mostrar el entrenamiento {run}</translation>
    </message>
    <message>
      <source>Show skipped</source>
      <translation>Ver los omitidos</translation>
    </message>
    <message>
      <source>Show the examples and labels to look at again, one after the other</source>
      <translation>Mostrar los ejemplos y las etiquetas por revisar, uno tras otro</translation>
    </message>
    <message>
      <source>Show the frames that are black, white, of one tone or out of focus</source>
      <translation>Mostrar las imágenes negras, blancas, de un solo tono o desenfocadas</translation>
    </message>
    <message>
      <source>Show the images in the order in which this person would want them, best first.</source>
      <translation>Mostrar las imágenes en el orden en que interesarían a esta persona, primero las que más.</translation>
    </message>
    <message>
      <source>Show the most informative images to label: uncertain ones, unlike each other.</source>
      <translation>Mostrar las imágenes más informativas por etiquetar: dudosas y distintas entre sí.</translation>
    </message>
    <message>
      <source>Show the search</source>
      <translation>Mostrar la búsqueda</translation>
    </message>
    <message>
      <source>Show the skipped files and why</source>
      <translation>Mostrar los archivos omitidos y el motivo</translation>
    </message>
    <message>
      <source>Show the tour</source>
      <translation>Mostrar la visita</translation>
    </message>
    <message>
      <source>Show these channels as red, green and blue:</source>
      <translation>Mostrar estos canales como rojo, verde y azul:</translation>
    </message>
    <message>
      <source>Show this list</source>
      <translation>Mostrar esta lista</translation>
    </message>
    <message>
      <source>Show what they found…</source>
      <translation>Mostrar qué encontraron…</translation>
    </message>
    <message>
      <source>Shown during training.</source>
      <translation>Se muestra durante el entrenamiento.</translation>
    </message>
    <message>
      <source>Shown once at least six trainings were tried.</source>
      <translation>Se muestra cuando se hayan probado al menos seis entrenamientos.</translation>
    </message>
    <message>
      <source>Siamese Networks</source>
      <translation>Redes siamesas</translation>
    </message>
    <message>
      <source>Similar image, looks like {name}</source>
      <translation>Imagen parecida, parece {name}</translation>
    </message>
    <message>
      <source>Similarities</source>
      <translation>Similitudes</translation>
    </message>
    <message>
      <source>Similarity scale</source>
      <translation>Escala de la similitud</translation>
    </message>
    <message>
      <source>Similarity to a class</source>
      <translation>Similitud con una clase</translation>
    </message>
    <message>
      <source>Simple head</source>
      <translation>Sin entrenar</translation>
    </message>
    <message>
      <source>Simple heads</source>
      <translation>Sin entrenar</translation>
    </message>
    <message numerus="yes">
      <source>Simple heads, nothing trained: {count} tried</source>
      <translation>
        <numerusform>Métodos sin entrenar: {count} probado</numerusform>
        <numerusform>Métodos sin entrenar: {count} probados</numerusform>
      </translation>
    </message>
    <message>
      <source>Simple heads: {what}</source>
      <translation>Clasificadores sencillos: {what}</translation>
    </message>
    <message>
      <source>Size of each weight update.</source>
      <translation>Tamaño de cada actualización de los pesos.</translation>
    </message>
    <message>
      <source>Size of the weights</source>
      <translation>Tamaño de los pesos</translation>
    </message>
    <message>
      <source>Skip (Esc)</source>
      <translation>Omitir (Esc)</translation>
    </message>
    <message>
      <source>Skip this run</source>
      <translation>Saltar este entrenamiento</translation>
    </message>
    <message>
      <source>Skipped files</source>
      <translation>Archivos omitidos</translation>
    </message>
    <message>
      <source>Small and fast: trained on your images alone, also without a GPU.</source>
      <translation>Pequeña y rápida: se entrena solo con las imágenes importadas, también sin GPU.</translation>
    </message>
    <message>
      <source>Small black-and-white drawings, but too few classes to train on them alone: the pretrained network is suggested.</source>
      <translation>Dibujos pequeños en blanco y negro, pero muy pocas clases para entrenar solo con ellos: se sugiere la red preentrenada.</translation>
    </message>
    <message>
      <source>Small black-and-white drawings: the small network, trained on them alone, is suggested.</source>
      <translation>Dibujos pequeños en blanco y negro: se sugiere la red pequeña, entrenada solo con ellos.</translation>
    </message>
    <message>
      <source>Small network</source>
      <translation>Red pequeña</translation>
    </message>
    <message>
      <source>Small network without pooling</source>
      <translation>Red pequeña sin pooling</translation>
    </message>
    <message>
      <source>Some of these classes have neither known traits nor examples.</source>
      <translation>Algunas de estas clases no tienen rasgos conocidos ni ejemplos.</translation>
    </message>
    <message>
      <source>Something is being learned already; pause it or wait until it has ended.</source>
      <translation>Ya hay un aprendizaje en curso; hay que pausarlo o esperar a que termine.</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Espacio</translation>
    </message>
    <message>
      <source>Specimens</source>
      <translation>Ejemplares</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Rapidez</translation>
    </message>
    <message>
      <source>Split folders (train, validation, test): join classes of the same name</source>
      <translation>Carpetas de partición (train, validation, test): unir las clases del mismo nombre</translation>
    </message>
    <message>
      <source>Split folders (train, validation, test): take them as class roles</source>
      <translation>Carpetas de partición (train, validation, test): tomarlas como roles de las clases</translation>
    </message>
    <message>
      <source>Split into train, validation and test</source>
      <translation>Repartir en entrenamiento, validación y prueba</translation>
    </message>
    <message>
      <source>Stage</source>
      <translation>Fase</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Empezar</translation>
    </message>
    <message>
      <source>Start from the beginning</source>
      <translation>Empezar desde el principio</translation>
    </message>
    <message>
      <source>Start test</source>
      <translation>Empezar prueba</translation>
    </message>
    <message numerus="yes">
      <source>Start {count} runs</source>
      <translation>
        <numerusform>Empezar {count} entrenamiento</numerusform>
        <numerusform>Empezar {count} entrenamientos</numerusform>
      </translation>
    </message>
    <message>
      <source>State</source>
      <translation>Estado</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>Paso</translation>
    </message>
    <message>
      <source>Step {step}</source>
      <translation>Paso {step}</translation>
    </message>
    <message>
      <source>Step {step} changes no decision: {right} of {total} queries are right, as before it.</source>
      <translation>El paso {step} no cambia ninguna decisión: {right} de {total} consultas son correctas, como antes de darlo.</translation>
    </message>
    <message>
      <source>Steps on these points</source>
      <translation>Pasos con estos puntos</translation>
    </message>
    <message>
      <source>Steps on these ratings</source>
      <translation>Pasos con estas valoraciones</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Detener</translation>
    </message>
    <message>
      <source>Stop and save</source>
      <translation>Detener y guardar</translation>
    </message>
    <message>
      <source>Stop and test</source>
      <translation>Parar y probar</translation>
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
      <source>Stopped: no proposals.</source>
      <translation>Detenido: no hay propuestas.</translation>
    </message>
    <message>
      <source>Stopped; the project is whole, if not smaller.</source>
      <translation>Detenido; el proyecto está íntegro, aunque no sea más pequeño.</translation>
    </message>
    <message>
      <source>Stopping</source>
      <translation>Deteniendo</translation>
    </message>
    <message>
      <source>Stopping keeps everything learned so far; the run can be resumed exactly from here.</source>
      <translation>Al detenerlo se conserva todo lo aprendido hasta ahora; se puede reanudar exactamente desde aquí.</translation>
    </message>
    <message>
      <source>Stopping keeps everything tried so far; on the page Learn, the search can be resumed exactly from here.</source>
      <translation>Al detener se conserva todo lo probado hasta ahora; en la página Aprender, la búsqueda se puede reanudar exactamente desde aquí.</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Deteniendo…</translation>
    </message>
    <message>
      <source>Stretch</source>
      <translation>Estirar</translation>
    </message>
    <message>
      <source>Suggest images</source>
      <translation>Sugerir imágenes</translation>
    </message>
    <message numerus="yes">
      <source>Suggested {count}</source>
      <translation>
        <numerusform>Sugeridas {count}</numerusform>
        <numerusform>Sugeridas {count}</numerusform>
      </translation>
    </message>
    <message>
      <source>Sums</source>
      <translation>Sumas</translation>
    </message>
    <message>
      <source>Support examples</source>
      <translation>Ejemplos de soporte</translation>
    </message>
    <message>
      <source>Sure ones count once every class has {least} examples or labels set by hand.</source>
      <translation>Las seguras cuentan cuando cada clase tiene {least} ejemplos o etiquetas puestas a mano.</translation>
    </message>
    <message>
      <source>Synthetic alphabets drawn by the program: the whole workflow in a few minutes.</source>
      <translation>Alfabetos sintéticos dibujados por el programa: todo el proceso en unos minutos.</translation>
    </message>
    <message>
      <source>System default</source>
      <translation>Como el sistema</translation>
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
      <source>Tables of traits</source>
      <translation>Tablas de rasgos</translation>
    </message>
    <message>
      <source>Take</source>
      <translation>Tomar</translation>
    </message>
    <message>
      <source>Take a photograph…</source>
      <translation>Tomar una fotografía…</translation>
    </message>
    <message>
      <source>Take in the changes</source>
      <translation>Incorporar los cambios</translation>
    </message>
    <message>
      <source>Take out</source>
      <translation>Quitar</translation>
    </message>
    <message>
      <source>Take the example out of its class (Delete)</source>
      <translation>Quitar el ejemplo de su clase (Supr)</translation>
    </message>
    <message>
      <source>Take the selected example out of the episode (Delete)</source>
      <translation>Retirar del episodio el ejemplo seleccionado (Supr)</translation>
    </message>
    <message>
      <source>Taken out</source>
      <translation>Retiradas</translation>
    </message>
    <message>
      <source>Taken out: {file}</source>
      <translation>Retirada: {file}</translation>
    </message>
    <message>
      <source>Temperature</source>
      <translation>Temperatura</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Prueba</translation>
    </message>
    <message>
      <source>Test classes</source>
      <translation>Clases de prueba</translation>
    </message>
    <message numerus="yes">
      <source>Test classes, after {count} episodes</source>
      <translation>
        <numerusform>Clases de prueba, tras {count} episodio</numerusform>
        <numerusform>Clases de prueba, tras {count} episodios</numerusform>
      </translation>
    </message>
    <message>
      <source>Test device</source>
      <translation>Probar el dispositivo</translation>
    </message>
    <message>
      <source>Test episodes; more make the confidence interval narrower.</source>
      <translation>Episodios de prueba; con más, el intervalo de confianza es más estrecho.</translation>
    </message>
    <message>
      <source>Test of {what} cancelled; nothing was kept.</source>
      <translation>Prueba cancelada: {what}; no se conservó nada.</translation>
    </message>
    <message>
      <source>Test on classes never looked at</source>
      <translation>Prueba con clases nunca vistas</translation>
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
      <source>Tested in the project it comes from: {accuracy} ± {interval} % at telling {way} unseen classes apart, with {shot} of each as examples. Test it here, too: other images may be harder or easier.</source>
      <translation>Probado en el proyecto del que viene: {accuracy} ± {interval} % de acierto al distinguir {way} clases no vistas, con {shot} ejemplos de cada una. Probarlo también aquí: otras imágenes pueden ser más difíciles o más fáciles.</translation>
    </message>
    <message>
      <source>Testing on new tasks</source>
      <translation>Prueba con tareas nuevas</translation>
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
      <source>Tests</source>
      <translation>Pruebas</translation>
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
      <source>The GPU has stopped working. What was saved is kept: close the program, start it again and go on; if it happens again, choose the CPU as the device.</source>
      <translation>La GPU ha dejado de funcionar. Lo guardado se conserva: hay que cerrar el programa, abrirlo de nuevo y continuar; si se repite, conviene elegir la CPU como dispositivo.</translation>
    </message>
    <message>
      <source>The approach has learned the examples: {right} of {total} queries are right.</source>
      <translation>El método ha aprendido los ejemplos: {right} de {total} consultas son correctas.</translation>
    </message>
    <message>
      <source>The attention to the examples of each class is added up, and the largest sum wins. The closest call is query {query}: {first} with {high} against {second} with {low}.</source>
      <translation>Se suma la atención a los ejemplos de cada clase, y gana la mayor suma. La más dudosa es la consulta {query}: {first} con {high} frente a {second} con {low}.</translation>
    </message>
    <message>
      <source>The best of what needs no training</source>
      <translation>Lo mejor de lo que no necesita entrenamiento</translation>
    </message>
    <message>
      <source>The best were chosen by these very episodes, as there are too few validation classes; whether the difference is clear allows for that (Holm's correction).</source>
      <translation>Los mejores se eligieron según estos mismos episodios, porque hay muy pocas clases de validación; al juzgar si la diferencia es clara se tiene en cuenta (corrección de Holm).</translation>
    </message>
    <message>
      <source>The best were chosen by validation classes.</source>
      <translation>Los mejores se eligieron con las clases de validación.</translation>
    </message>
    <message>
      <source>The brightest of all pages, pixel by pixel</source>
      <translation>Lo más claro de todas las páginas, píxel por píxel</translation>
    </message>
    <message>
      <source>The cache folder {folder} cannot be used: {reason}. Check its permissions.</source>
      <translation>No se puede usar la carpeta de caché {folder}: {reason}. Revisar sus permisos.</translation>
    </message>
    <message>
      <source>The cache in {folder} was changed by another program. Try again.</source>
      <translation>Otro programa modificó la caché de {folder}. Intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>The camera is starting…</source>
      <translation>La cámara se está iniciando…</translation>
    </message>
    <message>
      <source>The camera {name} gives no picture: {reason}. Another program may be using it.</source>
      <translation>La cámara {name} no da imagen: {reason}. Puede que la esté usando otro programa.</translation>
    </message>
    <message>
      <source>The changes could not be taken into {path} ({reason}). It and they are as they were.</source>
      <translation>Los cambios no se pudieron incorporar a {path} ({reason}). Este y aquellos están como estaban.</translation>
    </message>
    <message>
      <source>The checkpoint was selected on these classes, so accuracy is optimistic.</source>
      <translation>El punto de control se eligió con estas clases, así que el acierto es optimista.</translation>
    </message>
    <message>
      <source>The choice of pages that the project keeps with a folder is damaged. Import the folder again.</source>
      <translation>La elección de páginas que el proyecto guarda con una carpeta está dañada. Hay que importar la carpeta de nuevo.</translation>
    </message>
    <message>
      <source>The class {name} has no readable example and no traits that run {run} can use. Add one or the other, or remove the class.</source>
      <translation>La clase {name} no tiene ningún ejemplo legible ni rasgos que el entrenamiento {run} pueda usar. Añadir una cosa o la otra, o quitar la clase.</translation>
    </message>
    <message>
      <source>The class {name} in {folder} has no readable example. Add an image, or remove its folder.</source>
      <translation>La clase {name} de {folder} no tiene ningún ejemplo legible. Añadir una imagen o quitar su carpeta.</translation>
    </message>
    <message>
      <source>The class {name} is in use as a label, so it cannot be removed. Rename it, or give those images another class.</source>
      <translation>La clase {name} se usa como etiqueta, así que no se puede quitar. Cambiarle el nombre o dar otra clase a esas imágenes.</translation>
    </message>
    <message>
      <source>The classes are taken from {table}, so a folder layout cannot be given as well. Leave one of the two out.</source>
      <translation>Las clases se toman de {table}, así que no se puede indicar además una organización de carpetas. Dejar fuera una de las dos cosas.</translation>
    </message>
    <message>
      <source>The classes of this test: images the network finds similar lie close together.</source>
      <translation>Clases de esta prueba: las imágenes que la red considera parecidas están cerca unas de otras.</translation>
    </message>
    <message>
      <source>The cluster failed: {reason}. What was saved is kept; start it again and go on with --resume.</source>
      <translation>El clúster ha fallado: {reason}. Lo guardado se conserva; iniciarlo de nuevo y continuar con --resume.</translation>
    </message>
    <message>
      <source>The column {name} has no known values and is left out.</source>
      <translation>La columna {name} no tiene ningún valor conocido y queda fuera.</translation>
    </message>
    <message numerus="yes">
      <source>The columns of {table} have {count} categories in total, which is too many.</source>
      <translation>
        <numerusform>Las columnas de {table} tienen en total {count} categoría, y son demasiadas.</numerusform>
        <numerusform>Las columnas de {table} tienen en total {count} categorías, y son demasiadas.</numerusform>
      </translation>
    </message>
    <message>
      <source>The curve ends at {shots} examples: half the classes have {images} images or fewer, and some are needed as queries.</source>
      <translation>La curva termina en {shots} ejemplos: la mitad de las clases tienen {images} imágenes o menos, y algunas hacen falta como consultas.</translation>
    </message>
    <message>
      <source>The definitions of the project's tables are not as they were saved.</source>
      <translation>Las definiciones de las tablas del proyecto no están como se guardaron.</translation>
    </message>
    <message>
      <source>The device's memory is full. Close other programs that use it, or choose the CPU or smaller images.</source>
      <translation>La memoria del dispositivo está llena. Conviene cerrar otros programas que la usen, o elegir la CPU o imágenes más pequeñas.</translation>
    </message>
    <message numerus="yes">
      <source>The device's memory is full: from now on {count} episodes are processed at a time.</source>
      <translation>
        <numerusform>La memoria del dispositivo está llena: a partir de ahora se procesa {count} episodio cada vez.</numerusform>
        <numerusform>La memoria del dispositivo está llena: a partir de ahora se procesan {count} episodios a la vez.</numerusform>
      </translation>
    </message>
    <message>
      <source>The device's memory is full: the embedding plot is no longer updated.</source>
      <translation>La memoria del dispositivo está llena: el gráfico de la representación ya no se actualiza.</translation>
    </message>
    <message>
      <source>The disk of the cache folder {folder} is full: {needed} MB are needed, {free} MB are free. Free some space and try again.</source>
      <translation>El disco de la carpeta de caché {folder} está lleno: hacen falta {needed} MB y hay {free} MB libres. Liberar espacio e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>The disk that holds {path} is full ({free} MB are free), and reading the project needs about 1 MB beside it. Everything saved is kept. Free some space and try again.</source>
      <translation>El disco que contiene {path} está lleno ({free} MB libres), y para leer el proyecto hace falta 1 MB junto a él, más o menos. Todo lo guardado se conserva. Liberar espacio e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>The disk that holds {path} is full ({free} MB are free), so this was not saved. Free some space and try again.</source>
      <translation>El disco que contiene {path} está lleno ({free} MB libres), así que esto no se guardó. Liberar espacio e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>The disk that holds {path} is full: {needed} MB are needed, {free} MB are free. This was not saved. Free some space and try again.</source>
      <translation>El disco que contiene {path} está lleno: se necesitan {needed} MB y hay {free} MB libres. Esto no se guardó. Liberar espacio e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>The embedding was not computed.</source>
      <translation>La representación no se calculó.</translation>
    </message>
    <message>
      <source>The episodes of a step are learned all at once: on this device it is faster, with the same result.</source>
      <translation>Los episodios de cada paso se aprenden todos a la vez: en este dispositivo es más rápido y el resultado es el mismo.</translation>
    </message>
    <message>
      <source>The episodes of a step are learned one after the other: on this device, all at once is no faster, or not the same.</source>
      <translation>Los episodios de cada paso se aprenden uno tras otro: en este dispositivo, hacerlo todo a la vez no es más rápido o no da lo mismo.</translation>
    </message>
    <message>
      <source>The example is being opened.</source>
      <translation>Se está abriendo el ejemplo.</translation>
    </message>
    <message>
      <source>The example project includes a few images of each new character.</source>
      <translation>El proyecto de ejemplo incluye unas pocas imágenes de cada carácter nuevo.</translation>
    </message>
    <message>
      <source>The example {path} was left out: {reason}</source>
      <translation>El ejemplo {path} se dejó fuera: {reason}</translation>
    </message>
    <message>
      <source>The export was stopped; nothing was written.</source>
      <translation>Se detuvo la exportación; no se escribió nada.</translation>
    </message>
    <message>
      <source>The file claims {megapixels} megapixels and has {kilobytes} kB: it is damaged, or nothing is in it.</source>
      <translation>El archivo dice tener {megapixels} megapíxeles y ocupa {kilobytes} kB: está dañado o no contiene nada.</translation>
    </message>
    <message>
      <source>The file has changed since a person labelled it. Restore the old file, or rename the new one.</source>
      <translation>El archivo ha cambiado desde que una persona lo etiquetó. Recuperar el archivo antiguo o cambiar el nombre del nuevo.</translation>
    </message>
    <message>
      <source>The file has changed since it was imported.</source>
      <translation>El archivo ha cambiado desde que se importó.</translation>
    </message>
    <message>
      <source>The file is damaged, or of an unsupported variant.</source>
      <translation>El archivo está dañado o es de una variante no admitida.</translation>
    </message>
    <message>
      <source>The file is empty.</source>
      <translation>El archivo está vacío.</translation>
    </message>
    <message>
      <source>The file is missing or has changed. If it moved, locate it.</source>
      <translation>El archivo falta o ha cambiado. Si se movió, localizarlo.</translation>
    </message>
    <message>
      <source>The file is not in a class folder.</source>
      <translation>El archivo no está en la carpeta de una clase.</translation>
    </message>
    <message>
      <source>The file is truncated.</source>
      <translation>El archivo está incompleto.</translation>
    </message>
    <message>
      <source>The file is {megabytes} MB; the limit is {limit} MB.</source>
      <translation>El archivo ocupa {megabytes} MB; el límite es {limit} MB.</translation>
    </message>
    <message>
      <source>The file name up to its last _ or - names the specimen, as in fish12_3.jpg</source>
      <translation>El nombre del archivo hasta el último _ o - identifica el ejemplar, como en pez12_3.jpg</translation>
    </message>
    <message>
      <source>The first images will appear here shortly.</source>
      <translation>Las primeras imágenes aparecerán aquí enseguida.</translation>
    </message>
    <message>
      <source>The first page that is not blank</source>
      <translation>La primera página que no esté en blanco</translation>
    </message>
    <message>
      <source>The first row of {path} is read as the names of the traits, although these are numbers. If it describes a class, add a header row above it.</source>
      <translation>La primera fila de {path} se lee como los nombres de los rasgos, aunque sean números. Si describe una clase, añadir encima una fila de encabezado.</translation>
    </message>
    <message>
      <source>The first row of {path} must name the traits, but it looks like a class and its traits ({name}: {cell}). Add a header row above it.</source>
      <translation>La primera fila de {path} debe dar nombre a los rasgos, pero parece una clase y sus rasgos ({name}: {cell}). Añadir encima una fila de encabezado.</translation>
    </message>
    <message>
      <source>The first row of {table} must name the traits, but it begins with the class {name}, which would be lost. Add a header row above it, or change its first cell.</source>
      <translation>La primera fila de {table} debe dar nombre a los rasgos, pero empieza por la clase {name}, que se perdería. Añadir encima una fila de encabezado o cambiar su primera celda.</translation>
    </message>
    <message>
      <source>The first says how much the accuracy may differ in other episodes of these very classes, the second how much it may differ with other classes of the same kind. Conclusions rest on the wider of the two.</source>
      <translation>El primero dice cuánto puede variar el acierto en otros episodios de estas mismas clases; el segundo, cuánto puede variar con otras clases del mismo tipo. Las conclusiones se basan en el más ancho de los dos.</translation>
    </message>
    <message>
      <source>The first {shown} of {total} rows</source>
      <translation>Las primeras {shown} de {total} filas</translation>
    </message>
    <message>
      <source>The folder {folder} can no longer be read: {done} of {total} images were imported. Once it is there again, import it again to add the rest.</source>
      <translation>Ya no se puede leer la carpeta {folder}: se importaron {done} de {total} imágenes. Cuando vuelva a estar disponible, importarla otra vez para añadir el resto.</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be read. Check its permissions, or choose another.</source>
      <translation>No se puede leer la carpeta {folder}. Revisar sus permisos o elegir otra.</translation>
    </message>
    <message>
      <source>The folder {old} is now {new}: its images were recognised by content, labels and runs keep them.</source>
      <translation>La carpeta {old} ahora es {new}: sus imágenes se reconocieron por su contenido; las etiquetas y los entrenamientos las conservan.</translation>
    </message>
    <message>
      <source>The frame is black.</source>
      <translation>La imagen es negra.</translation>
    </message>
    <message>
      <source>The frame is of one tone.</source>
      <translation>La imagen es de un solo tono.</translation>
    </message>
    <message>
      <source>The frame is white.</source>
      <translation>La imagen es blanca.</translation>
    </message>
    <message>
      <source>The frame looks out of focus beside the others of its folder.</source>
      <translation>La imagen parece desenfocada al lado de las demás de su carpeta.</translation>
    </message>
    <message>
      <source>The gap between training and held-out classes grew from {early} to {late} points during training, but is not large at the selected checkpoint: {points} ± {interval} points.</source>
      <translation>La brecha entre las clases de entrenamiento y las reservadas creció de {early} a {late} puntos durante el entrenamiento, pero no es grande en el punto de control elegido: {points} ± {interval} puntos.</translation>
    </message>
    <message>
      <source>The hardware to compute on. A GPU is fastest, where there is one.</source>
      <translation>El equipo con el que calcular. Lo más rápido es una GPU, si la hay.</translation>
    </message>
    <message>
      <source>The image has {megapixels} megapixels; the limit is {limit}.</source>
      <translation>La imagen tiene {megapixels} megapíxeles; el límite es {limit}.</translation>
    </message>
    <message>
      <source>The image is {pixels} pixels long; the limit is {limit}.</source>
      <translation>La imagen mide {pixels} píxeles de largo; el límite es {limit}.</translation>
    </message>
    <message>
      <source>The images are no longer in the project, or the test is from an older version.</source>
      <translation>Las imágenes ya no están en el proyecto, o la prueba es de una versión anterior.</translation>
    </message>
    <message>
      <source>The images of this run's classes have changed since it began: it continues with the current ones.</source>
      <translation>Las imágenes de las clases de este entrenamiento han cambiado desde que empezó: continúa con las actuales.</translation>
    </message>
    <message>
      <source>The images of this test are no longer in the project, so there is nothing to show.</source>
      <translation>Las imágenes de esta prueba ya no están en el proyecto, así que no hay nada que mostrar.</translation>
    </message>
    <message>
      <source>The images that are left look like none of the classes.</source>
      <translation>Las imágenes que quedan no se parecen a ninguna de las clases.</translation>
    </message>
    <message>
      <source>The learner</source>
      <translation>La aprendiz</translation>
    </message>
    <message>
      <source>The learning rate must be above 0, not {value}.</source>
      <translation>La tasa de aprendizaje debe ser mayor que 0, no {value}.</translation>
    </message>
    <message>
      <source>The minimum confidence must be from 0 to 1, not {value}.</source>
      <translation>La confianza mínima debe estar entre 0 y 1, no {value}.</translation>
    </message>
    <message>
      <source>The name of run {run} is taken away</source>
      <translation>El entrenamiento {run} ya no tiene nombre</translation>
    </message>
    <message>
      <source>The nearest</source>
      <translation>Las más cercanas</translation>
    </message>
    <message numerus="yes">
      <source>The nearest; {count} more: {share}</source>
      <translation>
        <numerusform>Más cercanas; {count} más: {share}</numerusform>
        <numerusform>Más cercanas; {count} más: {share}</numerusform>
      </translation>
    </message>
    <message>
      <source>The network adapts to the examples in a few steps.</source>
      <translation>La red se adapta a los ejemplos en pocos pasos.</translation>
    </message>
    <message>
      <source>The network places images that it finds similar close together. The two directions drawn hold {share} % of the differences between these images.</source>
      <translation>La red sitúa cerca las imágenes que le parecen similares. Las dos direcciones dibujadas contienen el {share} % de las diferencias entre estas imágenes.</translation>
    </message>
    <message>
      <source>The network that turns an image into a feature vector (encoder).</source>
      <translation>La red que convierte una imagen en un vector de características (codificador).</translation>
    </message>
    <message>
      <source>The new classes are {ratio} times as far from the training classes as held-out classes are: expect lower accuracy than in tests.</source>
      <translation>La distancia de las clases nuevas a las de entrenamiento es {ratio} veces la de las reservadas: cabe esperar menos acierto que en las pruebas.</translation>
    </message>
    <message>
      <source>The new data are about as near to the training classes as held-out classes are ({ratio} times): test accuracy should hold.</source>
      <translation>Los datos nuevos quedan más o menos tan cerca de las clases de entrenamiento como las reservadas ({ratio} veces): el acierto de las pruebas debería mantenerse.</translation>
    </message>
    <message>
      <source>The new data are slightly farther from the training classes than held-out classes are ({ratio} times): expect slightly lower accuracy than in tests.</source>
      <translation>Los datos nuevos quedan algo más lejos de las clases de entrenamiento que las reservadas ({ratio} veces): cabe esperar un poco menos de acierto que en las pruebas.</translation>
    </message>
    <message>
      <source>The new images are {ratio} times as far from the training classes as images of held-out classes are: expect lower accuracy than in tests.</source>
      <translation>La distancia de las imágenes nuevas a las clases de entrenamiento es {ratio} veces la de las imágenes de clases reservadas: cabe esperar menos acierto que en las pruebas.</translation>
    </message>
    <message>
      <source>The other one: {file}</source>
      <translation>La otra: {file}</translation>
    </message>
    <message>
      <source>The page holds {megabytes} MB of pixels; the limit is {limit} MB.</source>
      <translation>La página contiene {megabytes} MB de píxeles; el límite es {limit} MB.</translation>
    </message>
    <message>
      <source>The page of this number:</source>
      <translation>La página con este número:</translation>
    </message>
    <message>
      <source>The pages to hand out cannot be written to {folder}: {reason}.</source>
      <translation>Las hojas para repartir no se pueden escribir en {folder}: {reason}.</translation>
    </message>
    <message>
      <source>The photograph taken</source>
      <translation>La fotografía tomada</translation>
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
      <source>The pretrained network was trained on none of these classes, so there is nothing to measure distances from.</source>
      <translation>La red preentrenada no se entrenó con ninguna de estas clases, así que no hay desde dónde medir distancias.</translation>
    </message>
    <message>
      <source>The program</source>
      <translation>El programa</translation>
    </message>
    <message>
      <source>The program cannot keep its own files in {folder} ({reason}). Set WORKBENCH_DATA to a folder that can be written.</source>
      <translation>El programa no puede guardar sus propios archivos en {folder} ({reason}). Hay que dar a WORKBENCH_DATA una carpeta en la que se pueda escribir.</translation>
    </message>
    <message>
      <source>The program is not installed on {computer}. Install it there, in the same version as here.</source>
      <translation>El programa no está instalado en {computer}. Instalarlo allí, en la misma versión que aquí.</translation>
    </message>
    <message>
      <source>The project has no table of traits, so classes need examples. Add a table of traits.</source>
      <translation>El proyecto no tiene tabla de rasgos, así que las clases necesitan ejemplos. Añadir una tabla de rasgos.</translation>
    </message>
    <message>
      <source>The project has no table of traits: classes are told apart by their examples alone.</source>
      <translation>El proyecto no tiene tabla de rasgos: las clases se distinguen solo por sus ejemplos.</translation>
    </message>
    <message>
      <source>The project is being made smaller already.</source>
      <translation>El proyecto ya se está compactando.</translation>
    </message>
    <message>
      <source>The prototypes have changed in each other's presence: {name} moved furthest.</source>
      <translation>Los prototipos han cambiado en presencia unos de otros: el que más se movió es {name}.</translation>
    </message>
    <message>
      <source>The ratings in this project are damaged. Import them again.</source>
      <translation>Las valoraciones de este proyecto están dañadas. Hay que importarlas de nuevo.</translation>
    </message>
    <message>
      <source>The ratings that moved the first picture most</source>
      <translation>Las valoraciones que más movieron la primera imagen</translation>
    </message>
    <message>
      <source>The ratings that this run learned are not in this project. Import the same table first: main.py import-ratings.</source>
      <translation>Las valoraciones que aprendió este entrenamiento no están en este proyecto. Antes hay que importar la misma tabla: main.py import-ratings.</translation>
    </message>
    <message>
      <source>The result cannot be written to standard output: {reason}. What was done is saved.</source>
      <translation>El resultado no se puede escribir en la salida estándar: {reason}. Lo hecho está guardado.</translation>
    </message>
    <message>
      <source>The run had no meta-validation classes, so its accuracy on other classes is unknown.</source>
      <translation>El entrenamiento no tuvo clases de validación, así que se desconoce su acierto con otras clases.</translation>
    </message>
    <message>
      <source>The run hardly tells pairs apart: it gives every pair of query and example nearly the same probability of showing one class, from {least} % to {most} %. Differences as small as these decide.</source>
      <translation>El entrenamiento apenas distingue los pares: da a cada par de consulta y ejemplo casi la misma probabilidad de ser de una misma clase, del {least} % al {most} %. Deciden diferencias así de pequeñas.</translation>
    </message>
    <message>
      <source>The run's training classes are gone, or none can be read.</source>
      <translation>Las clases de entrenamiento ya no están, o no se puede leer ninguna.</translation>
    </message>
    <message>
      <source>The same data for other programs, at full precision.</source>
      <translation>Los mismos datos para otros programas, sin redondear.</translation>
    </message>
    <message>
      <source>The same network, everybody at once</source>
      <translation>La misma red, con todos a la vez</translation>
    </message>
    <message>
      <source>The same network, which learned all curves at once</source>
      <translation>La misma red, que aprendió todas las curvas a la vez</translation>
    </message>
    <message>
      <source>The same network, which learned one way for all goals</source>
      <translation>La misma red, que aprendió un solo modo para todas las metas</translation>
    </message>
    <message>
      <source>The same seed and settings reproduce the run.</source>
      <translation>La misma semilla y los mismos ajustes reproducen el entrenamiento.</translation>
    </message>
    <message>
      <source>The sample cannot be written to {folder}: {reason}. Choose another place or free some space.</source>
      <translation>No se puede escribir el ejemplo en {folder}: {reason}. Elegir otro lugar o liberar espacio.</translation>
    </message>
    <message>
      <source>The search ended</source>
      <translation>La búsqueda terminó</translation>
    </message>
    <message>
      <source>The search ended because of an internal error. It can go on from what was saved.</source>
      <translation>La búsqueda terminó por un error interno. Puede continuar desde lo que se guardó.</translation>
    </message>
    <message>
      <source>The search ended: {reason}</source>
      <translation>La búsqueda terminó: {reason}</translation>
    </message>
    <message>
      <source>The search found nothing that could be tested.</source>
      <translation>La búsqueda no encontró nada que se pudiera probar.</translation>
    </message>
    <message>
      <source>The search was not finished</source>
      <translation>La búsqueda no llegó a su fin</translation>
    </message>
    <message>
      <source>The share of known images to keep must be at least 0.5 and less than 1, not {value}.</source>
      <translation>La parte de imágenes conocidas que se conserva debe ser 0,5 como mínimo y menor que 1, no {value}.</translation>
    </message>
    <message>
      <source>The share of meta-validation classes must be from 0 to {most}, not {value}.</source>
      <translation>La proporción de clases de validación debe estar entre 0 y {most}, no {value}.</translation>
    </message>
    <message>
      <source>The stored weights do not match this approach. Restore the project from a backup.</source>
      <translation>Los pesos guardados no corresponden a este método. Restaurar el proyecto desde una copia de seguridad.</translation>
    </message>
    <message>
      <source>The system cannot read it: {reason}.</source>
      <translation>El sistema no puede leerlo: {reason}.</translation>
    </message>
    <message>
      <source>The test takes about a second.</source>
      <translation>La prueba dura alrededor de un segundo.</translation>
    </message>
    <message>
      <source>The trained networks that ship with the program cannot be used: {file} is missing or damaged. Train them here, or install the program again.</source>
      <translation>Las redes entrenadas que se entregan con el programa no se pueden usar: {file} falta o está dañado. Conviene entrenarlas aquí o volver a instalar el programa.</translation>
    </message>
    <message>
      <source>The traits in {table} do not distinguish any of the training classes. Add columns that differ.</source>
      <translation>Los rasgos de {table} no distinguen ninguna de las clases de entrenamiento. Añadir columnas que difieran.</translation>
    </message>
    <message>
      <source>The weights in the {kind} checkpoint of run {run} are not finite numbers.</source>
      <translation>Los pesos del punto de control «{kind}» del entrenamiento {run} no son números finitos.</translation>
    </message>
    <message>
      <source>The weights of run {run} are damaged. Restore the project from a backup.</source>
      <translation>Los pesos del entrenamiento {run} están dañados. Restaurar el proyecto desde una copia de seguridad.</translation>
    </message>
    <message>
      <source>The weights of run {run} at episode {episode} ({kind}) do not match what was saved.</source>
      <translation>Los pesos del entrenamiento {run} en el episodio {episode} ({kind}) no coinciden con lo que se guardó.</translation>
    </message>
    <message>
      <source>The weights of the pretrained network cannot be read from {path} ({reason}). Install the program again.</source>
      <translation>No se pueden leer los pesos de la red preentrenada de {path} ({reason}). Instalar de nuevo el programa.</translation>
    </message>
    <message>
      <source>The weights of the pretrained network in {path} are not those that this program was made with, so they were not loaded. Install the program again.</source>
      <translation>Los pesos de la red preentrenada en {path} no son aquellos con los que se hizo este programa, así que no se cargaron. Instalar de nuevo el programa.</translation>
    </message>
    <message>
      <source>The weights of this run are not finite numbers. Train it again.</source>
      <translation>Los pesos de este entrenamiento no son números finitos. Entrenar de nuevo.</translation>
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
      <source>The {count} imported folders are diverse (diversity {value} of 1): what is learned from them should hold for many kinds of images.</source>
      <translation>
        <numerusform>La {count} carpeta importada es muy variada (diversidad {value} de 1): lo aprendido de ella debería valer para muchos tipos de imágenes.</numerusform>
        <numerusform>Las {count} carpetas importadas son muy variadas (diversidad {value} de 1): lo aprendido de ellas debería valer para muchos tipos de imágenes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The {count} imported folders are moderately diverse (diversity {value} of 1).</source>
      <translation>
        <numerusform>La {count} carpeta importada es algo variada (diversidad {value} de 1).</numerusform>
        <numerusform>Las {count} carpetas importadas son algo variadas (diversidad {value} de 1).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The {count} imported folders are similar (diversity {value} of 1): what is learned from them may not hold for other kinds of images. Import other kinds of images to cover more.</source>
      <translation>
        <numerusform>La {count} carpeta importada es poco variada (diversidad {value} de 1): lo aprendido de ella quizá no valga para otros tipos de imágenes. Importar otros tipos de imágenes para abarcar más.</numerusform>
        <numerusform>Las {count} carpetas importadas se parecen (diversidad {value} de 1): lo aprendido de ellas quizá no valga para otros tipos de imágenes. Importar otros tipos de imágenes para abarcar más.</numerusform>
      </translation>
    </message>
    <message>
      <source>The {kind} checkpoint of run {run} contains no weights.</source>
      <translation>El punto de control «{kind}» del entrenamiento {run} no contiene pesos.</translation>
    </message>
    <message>
      <source>The {shown} classes of this test with the most mistakes, of {tested}: images the network finds similar lie close together.</source>
      <translation>Las {shown} clases de esta prueba con más errores, de {tested}: las imágenes que la red considera parecidas están cerca unas de otras.</translation>
    </message>
    <message>
      <source>There are no changes beside {path} any more.</source>
      <translation>Ya no hay cambios junto a {path}.</translation>
    </message>
    <message>
      <source>There are no held-out classes to compare with. Give some classes of its training folders the role of meta-validation, and train again.</source>
      <translation>No hay clases reservadas con las que comparar. Dar el rol de validación a algunas clases de sus carpetas de entrenamiento y volver a entrenar.</translation>
    </message>
    <message>
      <source>There are no held-out classes, so there is nothing to show here.</source>
      <translation>No hay clases reservadas, así que aquí no hay nada que mostrar.</translation>
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
      <source>There are no images to label. Import a folder of unlabelled images.</source>
      <translation>No hay imágenes por etiquetar. Importar una carpeta de imágenes sin etiquetar.</translation>
    </message>
    <message>
      <source>There are no labels to export yet.</source>
      <translation>Todavía no hay etiquetas que exportar.</translation>
    </message>
    <message>
      <source>There are no labels to look at again.</source>
      <translation>No hay etiquetas por revisar.</translation>
    </message>
    <message>
      <source>There are no labels yet. Accept some first.</source>
      <translation>Todavía no hay etiquetas. Aceptar antes algunas.</translation>
    </message>
    <message>
      <source>There are no meta-validation classes: the last checkpoint is kept, not the best.</source>
      <translation>No hay clases de validación: se conserva el último punto de control, no el mejor.</translation>
    </message>
    <message>
      <source>There are no meta-validation or meta-test classes to show. Give classes one of these roles.</source>
      <translation>No hay clases de validación ni de prueba que mostrar. Dar a algunas clases uno de estos roles.</translation>
    </message>
    <message>
      <source>There are no split folders (train, validation, test) to take as roles.</source>
      <translation>No hay carpetas de partición (train, validation, test) que tomar como roles.</translation>
    </message>
    <message numerus="yes">
      <source>There are only {count} {role} classes, fewer than the {way} of an episode; episodes use those available. Import more classes, or give more classes this role.</source>
      <translation>
        <numerusform>Hay solo {count} clase con el rol {role}, menos que las {way} de un episodio; los episodios usan las que haya. Importar más clases o dar este rol a más clases.</numerusform>
        <numerusform>Hay solo {count} clases con el rol {role}, menos que las {way} de un episodio; los episodios usan las que haya. Importar más clases o dar este rol a más clases.</numerusform>
      </translation>
    </message>
    <message>
      <source>There are too few images to learn from in this project, so the network's features are centred on the examples of each episode alone. With training classes it would be more accurate.</source>
      <translation>En este proyecto hay muy pocas imágenes de las que aprender, así que las características de la red se centran solo con los ejemplos de cada episodio. Con clases de entrenamiento acertaría más.</translation>
    </message>
    <message>
      <source>There are too many ratings to be kept in a project.</source>
      <translation>Hay demasiadas valoraciones para guardarlas en un proyecto.</translation>
    </message>
    <message>
      <source>There is already a class {name}</source>
      <translation>Ya hay una clase {name}</translation>
    </message>
    <message>
      <source>There is already a class {name}. Choose another name.</source>
      <translation>Ya hay una clase {name}. Elegir otro nombre.</translation>
    </message>
    <message>
      <source>There is no approach {name}. Available: {names}.</source>
      <translation>No existe el método {name}. Disponibles: {names}.</translation>
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
      <source>There is no device {name}. Available: {names}.</source>
      <translation>No existe el dispositivo {name}. Disponibles: {names}.</translation>
    </message>
    <message>
      <source>There is no encoder {name}. Available: {names}.</source>
      <translation>No existe la red {name}. Disponibles: {names}.</translation>
    </message>
    <message>
      <source>There is no engine {name}. Available: {names}.</source>
      <translation>No existe el motor {name}. Disponibles: {names}.</translation>
    </message>
    <message>
      <source>There is no file {path}. Check its name.</source>
      <translation>No existe el archivo {path}. Revisar el nombre.</translation>
    </message>
    <message>
      <source>There is no folder {folder}. Create it first, or choose another.</source>
      <translation>No existe la carpeta {folder}. Crearla antes o elegir otra.</translation>
    </message>
    <message>
      <source>There is no image to order that can be read.</source>
      <translation>No hay ninguna imagen que se pueda leer para ordenar.</translation>
    </message>
    <message>
      <source>There is no label to withdraw here.</source>
      <translation>Aquí no hay ninguna etiqueta que retirar.</translation>
    </message>
    <message>
      <source>There is no new backup of {path}, and work goes on without it. {reason}</source>
      <translation>No hay copia de seguridad nueva de {path}, y el trabajo sigue sin ella. {reason}</translation>
    </message>
    <message>
      <source>There is no option {name} here. Available: {names}.</source>
      <translation>Aquí no existe la opción {name}. Disponibles: {names}.</translation>
    </message>
    <message>
      <source>There is no problem {name}. Available: {names}.</source>
      <translation>No existe el problema {name}. Disponibles: {names}.</translation>
    </message>
    <message>
      <source>There is no proposal to accept. Press a number or the first letters of a class to assign that class.</source>
      <translation>No hay ninguna propuesta que aceptar. Con un número o las primeras letras de una clase se asigna esa clase.</translation>
    </message>
    <message>
      <source>There is no run {run} in this project.</source>
      <translation>No existe el entrenamiento {run} en este proyecto.</translation>
    </message>
    <message>
      <source>There is no setting {name}. Available: {names}.</source>
      <translation>No existe el ajuste {name}. Disponibles: {names}.</translation>
    </message>
    <message>
      <source>There is no standard output to write the result to.</source>
      <translation>No hay salida estándar en la que escribir el resultado.</translation>
    </message>
    <message>
      <source>There is no test {number} in this project.</source>
      <translation>No existe la prueba {number} en este proyecto.</translation>
    </message>
    <message>
      <source>There is not enough memory for this. Close other programs, or try it with fewer or smaller images.</source>
      <translation>No hay memoria suficiente para esto. Conviene cerrar otros programas, o usar menos imágenes o más pequeñas.</translation>
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
      <source>There is nothing to compare. Train an approach, or choose a baseline.</source>
      <translation>No hay nada que comparar. Entrenar un método o elegir una referencia.</translation>
    </message>
    <message>
      <source>There is nothing to look at again.</source>
      <translation>No hay nada por revisar.</translation>
    </message>
    <message>
      <source>There is nothing to recommend to {name}, who rated {rated} of {items} items.</source>
      <translation>No hay nada que recomendar a {name}, que valoró {rated} de {items} cosas.</translation>
    </message>
    <message>
      <source>There is nothing to redo.</source>
      <translation>No hay nada que rehacer.</translation>
    </message>
    <message>
      <source>There is nothing to undo.</source>
      <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
      <source>There is too little to learn from: at least {people} people must have given {least} ratings each, not all the same. There are {found}.</source>
      <translation>Hay demasiado poco de que aprender: al menos {people} personas deben haber dado {least} valoraciones cada una, no todas iguales. Hay {found}.</translation>
    </message>
    <message>
      <source>These figures are all that is kept of earlier searches: no images, and no names.</source>
      <translation>Estas cifras son todo lo que se guarda de las búsquedas anteriores: ni imágenes ni nombres.</translation>
    </message>
    <message>
      <source>They are individuals</source>
      <translation>Son individuos</translation>
    </message>
    <message>
      <source>They end {away} from the goal. Straight there: {best}.</source>
      <translation>Terminan a {away} de la meta. En línea recta: {best}.</translation>
    </message>
    <message>
      <source>They need no classes: name those here, and give each a few examples.</source>
      <translation>No necesitan clases: se nombran aquí, con unos pocos ejemplos de cada una.</translation>
    </message>
    <message>
      <source>They were imported. Remove from the folder those that teach nothing.</source>
      <translation>Se importaron. Quitar de la carpeta las que no enseñan nada.</translation>
    </message>
    <message>
      <source>This approach also works with 0 examples: {name}.</source>
      <translation>Este método también funciona con 0 ejemplos: «{name}».</translation>
    </message>
    <message>
      <source>This approach has no learning rate: its own options set the step size.</source>
      <translation>Este método no tiene tasa de aprendizaje: sus propias opciones fijan el tamaño del paso.</translation>
    </message>
    <message>
      <source>This build of PyTorch computes on the CPU only.</source>
      <translation>Esta versión de PyTorch solo calcula en la CPU.</translation>
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
      <source>This could not be determined.</source>
      <translation>No se pudo determinar.</translation>
    </message>
    <message>
      <source>This did not occur in this test.</source>
      <translation>Esto no ocurrió en esta prueba.</translation>
    </message>
    <message>
      <source>This file is not an image, but may describe one.</source>
      <translation>Este archivo no es una imagen, pero puede describir una.</translation>
    </message>
    <message>
      <source>This folder is missing. If it moved, locate it.</source>
      <translation>Falta esta carpeta. Si se movió, localizarla.</translation>
    </message>
    <message>
      <source>This folder was already scanned, through a link.</source>
      <translation>Esta carpeta ya se exploró, a través de un enlace.</translation>
    </message>
    <message>
      <source>This image is in another folder. Its label can be withdrawn there.</source>
      <translation>Esta imagen está en otra carpeta. Su etiqueta se puede retirar allí.</translation>
    </message>
    <message>
      <source>This image or class is not part of the episode.</source>
      <translation>Esta imagen o clase no forma parte del episodio.</translation>
    </message>
    <message>
      <source>This is not a PNG, JPEG, WebP, TIFF, BMP, GIF, HEIC, AVIF or JPEG 2000 image, or its header is damaged.</source>
      <translation>No es una imagen PNG, JPEG, WebP, TIFF, BMP, GIF, HEIC, AVIF o JPEG 2000, o tiene dañado el encabezado.</translation>
    </message>
    <message>
      <source>This is not a regular file, but a folder, a pipe, a socket or a device.</source>
      <translation>No es un archivo corriente, sino una carpeta, una tubería, un socket o un dispositivo.</translation>
    </message>
    <message>
      <source>This is the only example of its class, and each class needs one. To take one out, choose two or more examples at the left and watch another episode.</source>
      <translation>Es el único ejemplo de su clase, y cada clase necesita uno. Para poder quitar alguno hay que elegir dos o más ejemplos a la izquierda y observar otro episodio.</translation>
    </message>
    <message>
      <source>This kind of TIFF is not read: {photometric}, compression {compression}, {samples} samples of {bits} bits. Save it without compression, in grey or RGB.</source>
      <translation>No se lee este tipo de TIFF: {photometric}, compresión {compression}, {samples} muestras de {bits} bits. Conviene guardarlo sin compresión, en gris o RGB.</translation>
    </message>
    <message>
      <source>This model</source>
      <translation>Este modelo</translation>
    </message>
    <message>
      <source>This needs examples: choose at least one per class.</source>
      <translation>Esto necesita ejemplos: elegir al menos uno por clase.</translation>
    </message>
    <message>
      <source>This network can tell at most {most} classes apart, and there are {way}. Remove classes, or train again with a larger maximum number of classes.</source>
      <translation>Esta red distingue como mucho {most} clases, y hay {way}. Quitar clases o entrenar de nuevo con un número máximo de clases mayor.</translation>
    </message>
    <message>
      <source>This network takes colour images; grey ones are shown to it as they are.</source>
      <translation>Esta red recibe imágenes en color; las grises se le muestran tal cual.</translation>
    </message>
    <message>
      <source>This project has no meta-train classes. Import folders of classes first.</source>
      <translation>Este proyecto no tiene clases de entrenamiento. Importar antes carpetas de clases.</translation>
    </message>
    <message>
      <source>This project has no ratings. Import some first: main.py import-ratings.</source>
      <translation>Este proyecto no tiene valoraciones. Antes hay que importarlas: main.py import-ratings.</translation>
    </message>
    <message>
      <source>This project has no run yet. Train an approach first, or use the pretrained network.</source>
      <translation>Este proyecto no tiene todavía ningún entrenamiento. Entrenar antes un método o usar la red preentrenada.</translation>
    </message>
    <message>
      <source>This project has no search yet.</source>
      <translation>Este proyecto todavía no tiene ninguna búsqueda.</translation>
    </message>
    <message>
      <source>This project has no {role} classes. Import folders, or give classes that role.</source>
      <translation>Este proyecto no tiene clases con el rol {role}. Importar carpetas o dar ese rol a algunas clases.</translation>
    </message>
    <message>
      <source>This run has one output for each of {most} classes and cannot tell {way} apart. Choose fewer classes, or train with a shared classifier initialisation.</source>
      <translation>Este entrenamiento tiene una salida para cada una de {most} clases y no puede distinguir {way}. Elegir menos clases o entrenar con un inicio del clasificador común.</translation>
    </message>
    <message>
      <source>This run uses the table of traits: a class listed there needs no examples, its name is enough.</source>
      <translation>Este entrenamiento usa la tabla de rasgos: una clase de la tabla no necesita ejemplos, basta su nombre.</translation>
    </message>
    <message>
      <source>This test</source>
      <translation>Esta prueba</translation>
    </message>
    <message>
      <source>This version of the program does not know how run {run} learned: {name}.</source>
      <translation>Esta versión del programa no conoce el método del entrenamiento {run}: {name}.</translation>
    </message>
    <message>
      <source>This version of the program does not know the answer of run {run} to the option {name}: {value}.</source>
      <translation>Esta versión del programa no conoce el valor que el entrenamiento {run} da a la opción {name}: {value}.</translation>
    </message>
    <message>
      <source>This version of the program does not know the network of run {run}: {name}.</source>
      <translation>Esta versión del programa no conoce la red del entrenamiento {run}: {name}.</translation>
    </message>
    <message>
      <source>This {format} file holds no picture.</source>
      <translation>Este archivo {format} no contiene ninguna imagen.</translation>
    </message>
    <message>
      <source>Thumbnail size</source>
      <translation>Tamaño de las miniaturas</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Tiempo</translation>
    </message>
    <message>
      <source>Time (min)</source>
      <translation>Tiempo (min)</translation>
    </message>
    <message>
      <source>Time it may take</source>
      <translation>Tiempo disponible</translation>
    </message>
    <message>
      <source>Time passed</source>
      <translation>Tiempo transcurrido</translation>
    </message>
    <message>
      <source>Time to adapt to the examples of one episode, on this computer; below it, the time to embed them first, which is spent once for each image. Where no such time is shown, adapting changes the network itself, or the comparison is older, and the time includes it.</source>
      <translation>Tiempo para adaptarse a los ejemplos de un episodio en este equipo; debajo, el tiempo para calcular antes su representación, que se necesita una sola vez por imagen. Donde no aparece, la adaptación cambia la propia red o la comparación es anterior, y el tiempo lo incluye.</translation>
    </message>
    <message>
      <source>Time to embed and recognise one image after adapting, on this computer.</source>
      <translation>Tiempo para calcular la representación de una imagen y reconocerla tras la adaptación, en este equipo.</translation>
    </message>
    <message>
      <source>Timing a training step</source>
      <translation>Midiendo cuánto tarda un paso de entrenamiento</translation>
    </message>
    <message>
      <source>Timing image preparation</source>
      <translation>Midiendo cuánto tarda preparar las imágenes</translation>
    </message>
    <message>
      <source>To all other examples and labels it looks like {name}: {share}</source>
      <translation>Según todos los demás ejemplos y etiquetas, parece {name}: {share}</translation>
    </message>
    <message numerus="yes">
      <source>To label {count}</source>
      <translation>
        <numerusform>Pendiente {count}</numerusform>
        <numerusform>Pendientes {count}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>To look at again {count}</source>
      <translation>
        <numerusform>Por revisar {count}</numerusform>
        <numerusform>Por revisar {count}</numerusform>
      </translation>
    </message>
    <message>
      <source>To the left, more images are set apart as perhaps none of these; at the right end, none are.</source>
      <translation>Hacia la izquierda se apartan más imágenes como quizá ninguna de estas; en el extremo derecho, ninguna.</translation>
    </message>
    <message>
      <source>Tour, {number} of {total}: {title}</source>
      <translation>Visita, {number} de {total}: {title}</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Entrenamiento</translation>
    </message>
    <message>
      <source>Train it on the image classes you have; it then labels new ones from a few examples, and you decide.</source>
      <translation>Se entrena con las clases de imágenes disponibles; después etiqueta clases nuevas a partir de unos pocos ejemplos, y la persona decide.</translation>
    </message>
    <message>
      <source>Train it yourself</source>
      <translation>Entrenarlo aquí</translation>
    </message>
    <message>
      <source>Train no further, and test the best of what was tried so far.</source>
      <translation>No entrenar más y probar lo mejor de lo ya intentado.</translation>
    </message>
    <message>
      <source>Train several in turn</source>
      <translation>Entrenar varios, uno tras otro</translation>
    </message>
    <message>
      <source>Train the playground's networks</source>
      <translation>Entrenar las redes de la zona de juego</translation>
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
      <source>Training diverged: the loss is not a finite number at episode {episode}. {advice}</source>
      <translation>El entrenamiento divergió: la pérdida no es un número finito en el episodio {episode}. {advice}</translation>
    </message>
    <message>
      <source>Training ended because of an internal error. What was saved can be resumed.</source>
      <translation>El entrenamiento terminó por un error interno. Lo guardado se puede reanudar.</translation>
    </message>
    <message>
      <source>Training episodes; more take longer and are usually better.</source>
      <translation>Episodios de entrenamiento; con más tarda más y suele ser mejor.</translation>
    </message>
    <message>
      <source>Training in progress</source>
      <translation>Hay un entrenamiento en curso</translation>
    </message>
    <message>
      <source>Training it may take {needed} GB of memory or several times as much, and {free} GB are free.</source>
      <translation>Entrenarlo puede ocupar {needed} GB de memoria o varias veces más, y hay {free} GB libres.</translation>
    </message>
    <message>
      <source>Training steps are not replayed as a CUDA graph: they cannot be recorded, or it is no faster, or not the same.</source>
      <translation>Los pasos del entrenamiento no se repiten como un grafo de CUDA: no se pueden grabar, no es más rápido o no da lo mismo.</translation>
    </message>
    <message>
      <source>Training steps are recorded and replayed as a CUDA graph: it is faster, with the same result.</source>
      <translation>Los pasos del entrenamiento se graban y se repiten como un grafo de CUDA: es más rápido y el resultado es el mismo.</translation>
    </message>
    <message>
      <source>Training time, and the size of what must be kept to use it.</source>
      <translation>Tiempo de entrenamiento y tamaño de lo que hay que conservar para usarlo.</translation>
    </message>
    <message>
      <source>Training {number} of {total}</source>
      <translation>Entrenamiento {number} de {total}</translation>
    </message>
    <message>
      <source>Training, {way} classes</source>
      <translation>Entrenamiento, {way} clases</translation>
    </message>
    <message>
      <source>Trainings</source>
      <translation>Entrenamientos</translation>
    </message>
    <message numerus="yes">
      <source>Trainings: {count} tried</source>
      <translation>
        <numerusform>Entrenamientos: {count} probado</numerusform>
        <numerusform>Entrenamientos: {count} probados</numerusform>
      </translation>
    </message>
    <message>
      <source>Trainings: {tried} tried, {minutes} min left</source>
      <translation>Entrenamientos: {tried} probados, quedan {minutes} min</translation>
    </message>
    <message>
      <source>Trains both networks on this computer, in less than two minutes; kept until it is closed</source>
      <translation>Entrena las dos redes en este ordenador en menos de dos minutos; se conservan hasta que se cierra</translation>
    </message>
    <message>
      <source>Trait encoder</source>
      <translation>Codificador de rasgos</translation>
    </message>
    <message>
      <source>Traits</source>
      <translation>Rasgos</translation>
    </message>
    <message>
      <source>Traits alone place {known} of {total} classes here, before any example is looked at.</source>
      <translation>Los rasgos por sí solos sitúan aquí {known} de {total} clases, antes de mirar ningún ejemplo.</translation>
    </message>
    <message>
      <source>Transductive testing</source>
      <translation>Prueba transductiva</translation>
    </message>
    <message>
      <source>Transductive testing, as in the paper</source>
      <translation>Prueba transductiva, como en el artículo</translation>
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
      <source>Transfer learning: a plain linear classifier on this model's own network, fitted to the same examples.</source>
      <translation>Aprendizaje por transferencia: un simple clasificador lineal sobre la propia red de este modelo, ajustado a los mismos ejemplos.</translation>
    </message>
    <message>
      <source>Treat rotated images as extra classes</source>
      <translation>Imágenes giradas como clases adicionales</translation>
    </message>
    <message>
      <source>Trials of searches</source>
      <translation>Intentos de búsquedas</translation>
    </message>
    <message>
      <source>Tried</source>
      <translation>Qué probó</translation>
    </message>
    <message>
      <source>Tried with {used}, fewer than asked for ({asked}): there are no images for more.</source>
      <translation>Probado con {used}, menos de lo pedido ({asked}): no hay imágenes para más.</translation>
    </message>
    <message>
      <source>Tried with {used}.</source>
      <translation>Probado con {used}.</translation>
    </message>
    <message>
      <source>Tried with {used}: there are no images for more.</source>
      <translation>Se probará con {used}: no hay imágenes para más.</translation>
    </message>
    <message>
      <source>Try 1 to 10 examples</source>
      <translation>Probar con 1 a 10 ejemplos</translation>
    </message>
    <message>
      <source>Try a learning rate below {rate}.</source>
      <translation>Probar una tasa de aprendizaje menor que {rate}.</translation>
    </message>
    <message>
      <source>Try an inner step size below {step}.</source>
      <translation>Probar un tamaño del paso interno menor que {step}.</translation>
    </message>
    <message>
      <source>Try longer</source>
      <translation>Buscar más</translation>
    </message>
    <message>
      <source>Try the example</source>
      <translation>Probar el ejemplo</translation>
    </message>
    <message>
      <source>Two classes</source>
      <translation>Dos clases</translation>
    </message>
    <message>
      <source>Two-shot</source>
      <translation>Dos</translation>
    </message>
    <message>
      <source>Type to search</source>
      <translation>Escribir para buscar</translation>
    </message>
    <message>
      <source>Under way</source>
      <translation>En curso</translation>
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
      <source>Unexpected error</source>
      <translation>Fallo inesperado</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Sin identificar</translation>
    </message>
    <message>
      <source>Unknown (U)</source>
      <translation>Sin identificar (U)</translation>
    </message>
    <message numerus="yes">
      <source>Unknown: all {count}</source>
      <translation>
        <numerusform>Sin identificar: {count}</numerusform>
        <numerusform>Sin identificar: las {count}</numerusform>
      </translation>
    </message>
    <message>
      <source>Unknown: cannot be told from the image</source>
      <translation>Sin identificar: la imagen no permite saberlo</translation>
    </message>
    <message>
      <source>Unlabelled</source>
      <translation>Sin etiquetar</translation>
    </message>
    <message>
      <source>Unlabelled images</source>
      <translation>Imágenes sin etiquetar</translation>
    </message>
    <message>
      <source>Unlabelled images.</source>
      <translation>Imágenes sin etiquetar.</translation>
    </message>
    <message>
      <source>Updates, each from 20 walks</source>
      <translation>Actualizaciones, cada una de 20 recorridos</translation>
    </message>
    <message>
      <source>Usage decay</source>
      <translation>Decaimiento del uso</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>Usar</translation>
    </message>
    <message>
      <source>Use as an example</source>
      <translation>Usar como ejemplo</translation>
    </message>
    <message>
      <source>Use bfloat16</source>
      <translation>Usar bfloat16</translation>
    </message>
    <message>
      <source>Use the included examples</source>
      <translation>Usar los ejemplos incluidos</translation>
    </message>
    <message>
      <source>Use the ones trained here</source>
      <translation>Usar las entrenadas aquí</translation>
    </message>
    <message>
      <source>Use the other images</source>
      <translation>Usar las demás imágenes</translation>
    </message>
    <message>
      <source>Use the shipped ones</source>
      <translation>Usar las entregadas</translation>
    </message>
    <message>
      <source>Use the suggestion</source>
      <translation>Usar la sugerencia</translation>
    </message>
    <message>
      <source>Use these settings</source>
      <translation>Usar estos ajustes</translation>
    </message>
    <message>
      <source>Use {name}</source>
      <translation>Usar {name}</translation>
    </message>
    <message>
      <source>Using the GPU.</source>
      <translation>Se usa la GPU.</translation>
    </message>
    <message>
      <source>Usual numbers: there are no classes on the page Label yet.</source>
      <translation>Cifras habituales: todavía no hay clases en la página Etiquetar.</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>Validación</translation>
    </message>
    <message>
      <source>Validation classes</source>
      <translation>Clases de validación</translation>
    </message>
    <message numerus="yes">
      <source>Validation classes, after {count} episodes</source>
      <translation>
        <numerusform>Clases de validación, tras {count} episodio</numerusform>
        <numerusform>Clases de validación, tras {count} episodios</numerusform>
      </translation>
    </message>
    <message>
      <source>Validation episode</source>
      <translation>Episodio de validación</translation>
    </message>
    <message>
      <source>Validation {share} % done</source>
      <translation>Validación hecha al {share} %</translation>
    </message>
    <message>
      <source>Validation, {way} classes</source>
      <translation>Validación, {way} clases</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valor</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>Versión {version}</translation>
    </message>
    <message>
      <source>Vs. baseline</source>
      <translation>Diferencia</translation>
    </message>
    <message>
      <source>Wait until the import is done.</source>
      <translation>Esperar a que termine la importación.</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>En espera</translation>
    </message>
    <message>
      <source>Wanted</source>
      <translation>Interesa</translation>
    </message>
    <message>
      <source>Wanted, not wanted: what “More like these” goes by; no label</source>
      <translation>Interesa, no interesa: lo que sigue «Más como estas»; no es una etiqueta</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>Avisos</translation>
    </message>
    <message>
      <source>Watch</source>
      <translation>Observar</translation>
    </message>
    <message>
      <source>Watch an episode</source>
      <translation>Observar un episodio</translation>
    </message>
    <message>
      <source>Weigh each rating</source>
      <translation>Sopesar cada valoración</translation>
    </message>
    <message>
      <source>Weighing each rating</source>
      <translation>Sopesando cada valoración</translation>
    </message>
    <message>
      <source>Weight decay</source>
      <translation>Decaimiento de los pesos</translation>
    </message>
    <message>
      <source>Weight kept</source>
      <translation>Peso conservado</translation>
    </message>
    <message>
      <source>Weight of the contrastive loss</source>
      <translation>Peso de la pérdida contrastiva</translation>
    </message>
    <message>
      <source>What each query reads</source>
      <translation>Lo que lee cada consulta</translation>
    </message>
    <message>
      <source>What looks like one of the classes is sure or labelled; these may be of new classes.</source>
      <translation>Lo que se parece a alguna de las clases es seguro o está etiquetado; estas pueden ser de clases nuevas.</translation>
    </message>
    <message>
      <source>What mattered</source>
      <translation>Qué influyó</translation>
    </message>
    <message>
      <source>What only resuming would need of finished runs goes, and the file is written anew without empty space. Labels, tests, curves and the weights of every run that is not deleted stay.</source>
      <translation>Se quita lo que solo serviría para reanudar entrenamientos terminados, y el archivo se escribe de nuevo sin espacio vacío. Se conservan las etiquetas y, de los entrenamientos no eliminados, las pruebas, las curvas y los pesos.</translation>
    </message>
    <message>
      <source>What resuming needed is given up already.</source>
      <translation>Ya se ha renunciado a lo necesario para reanudar.</translation>
    </message>
    <message>
      <source>What run {run} needs to be resumed was given up to save space. Use its best weights as they are, or train a new one.</source>
      <translation>Para ahorrar espacio se renunció a lo que el entrenamiento {run} necesita para reanudarse. Usar sus mejores pesos tal como están, o empezar otro.</translation>
    </message>
    <message>
      <source>What tasks have in common may be an average that is right for none of them.</source>
      <translation>Lo que las tareas tienen en común puede ser un promedio que no acierta en ninguna.</translation>
    </message>
    <message>
      <source>What the camera sees</source>
      <translation>Lo que ve la cámara</translation>
    </message>
    <message>
      <source>What the memory holds of each class</source>
      <translation>Lo que la memoria contiene de cada clase</translation>
    </message>
    <message>
      <source>What the other images add, and how sure answers are, is not measured for this kind of test.</source>
      <translation>Lo que aportan las demás imágenes y la seguridad de las respuestas no se miden en este tipo de prueba.</translation>
    </message>
    <message>
      <source>What the other images add, and how sure answers are, was not measured. Test again to see it.</source>
      <translation>Lo que aportan las demás imágenes y la seguridad de las respuestas no se midieron. Se verán al repetir la prueba.</translation>
    </message>
    <message>
      <source>What the search found out about searching could not be kept in {file} ({reason}).</source>
      <translation>No se pudo guardar en {file} lo que la búsqueda averiguó para las siguientes ({reason}).</translation>
    </message>
    <message>
      <source>What the search tried</source>
      <translation>Qué probó la búsqueda</translation>
    </message>
    <message>
      <source>What to try</source>
      <translation>Qué probar</translation>
    </message>
    <message>
      <source>What was picked among the images is damaged. Restore the project from a backup.</source>
      <translation>Lo elegido entre las imágenes está dañado. Restaurar el proyecto desde una copia de seguridad.</translation>
    </message>
    <message>
      <source>What will be labelled</source>
      <translation>Qué se va a etiquetar</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Cuándo</translation>
    </message>
    <message>
      <source>Where fewer than {way} classes are available, episodes use all of them.</source>
      <translation>Donde hay menos de {way} clases disponibles, los episodios las usan todas.</translation>
    </message>
    <message>
      <source>Where is {folder} now?</source>
      <translation>¿Dónde está ahora {folder}?</translation>
    </message>
    <message>
      <source>Where to put the new project</source>
      <translation>Dónde poner el proyecto nuevo</translation>
    </message>
    <message>
      <source>Where to save photographs</source>
      <translation>Dónde guardar las fotografías</translation>
    </message>
    <message>
      <source>Whether the network sees colours.</source>
      <translation>Si la red ve los colores.</translation>
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
      <source>Which images are of none of the classes cannot be told: that takes six classes of four images each in this project that the model has not learned from.</source>
      <translation>No se puede distinguir qué imágenes no son de ninguna de las clases: hacen falta en este proyecto seis clases de cuatro imágenes cada una con las que el modelo no haya aprendido.</translation>
    </message>
    <message>
      <source>Which of the two will be nearer after one step?</source>
      <translation>¿Cuál de las dos quedará más cerca tras un paso?</translation>
    </message>
    <message>
      <source>Who picks</source>
      <translation>Quién elige</translation>
    </message>
    <message>
      <source>Whole</source>
      <translation>Íntegras</translation>
    </message>
    <message>
      <source>Whole network</source>
      <translation>Toda la red</translation>
    </message>
    <message>
      <source>Whole network, as in the paper (slow)</source>
      <translation>Toda la red, como en el artículo (lento)</translation>
    </message>
    <message>
      <source>Whose picks are they? Type a name.</source>
      <translation>¿Quién elige? Escribir un nombre.</translation>
    </message>
    <message>
      <source>Whose picks these are. Several people can pick in one project, each by name.</source>
      <translation>De quién es lo elegido. En un proyecto pueden elegir varias personas, cada una con su nombre.</translation>
    </message>
    <message>
      <source>Whose walks will earn more after one update?</source>
      <translation>¿Los recorridos de cuál ganarán más tras una actualización?</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Por qué</translation>
    </message>
    <message>
      <source>Will the accuracy hold on other classes? This checks the selected run for overfitting, how far the new classes are from its training classes, and how diverse the imported folders are.</source>
      <translation>¿Se mantendrá el acierto con otras clases? Se comprueba si el entrenamiento seleccionado sobreajusta, a qué distancia quedan las clases nuevas de las de entrenamiento y cuánto varían las carpetas importadas.</translation>
    </message>
    <message>
      <source>With its image</source>
      <translation>Con su imagen</translation>
    </message>
    <message>
      <source>With the other images to help: {accuracy} ± {interval} %, {gain}.</source>
      <translation>Con ayuda de las demás imágenes: {accuracy} ± {interval} %, {gain}.</translation>
    </message>
    <message>
      <source>With the slow weights alone, {right} of {total} queries are right. The mistakes on the examples became fast weights, in the hidden layer {share} % as large as the slow ones.</source>
      <translation>Solo con los pesos lentos, {right} de {total} consultas son correctas. Los errores con los ejemplos se convirtieron en pesos rápidos, que en la capa oculta miden el {share} % de los lentos.</translation>
    </message>
    <message>
      <source>Withdraw label</source>
      <translation>Retirar etiqueta</translation>
    </message>
    <message>
      <source>Withdraw the label</source>
      <translation>Retirar la etiqueta</translation>
    </message>
    <message>
      <source>Withdraw the label: the image is to be labelled again (Delete)</source>
      <translation>Retirar la etiqueta: la imagen vuelve a quedar por etiquetar (Supr)</translation>
    </message>
    <message>
      <source>Workbench example</source>
      <translation>Ejemplo de Workbench</translation>
    </message>
    <message>
      <source>Write first, as in the paper</source>
      <translation>Escribir primero, como en el artículo</translation>
    </message>
    <message>
      <source>Write images and labels to memory directly</source>
      <translation>Escribir imágenes y etiquetas directamente en la memoria</translation>
    </message>
    <message>
      <source>Wrong example of {name}: {file}</source>
      <translation>Ejemplo equivocado de {name}: {file}</translation>
    </message>
    <message>
      <source>Your labels go out as a table, as JSON, or as copies in a folder for each class. That is the whole job. F1 opens the guide: it explains each page, and has this tour.</source>
      <translation>Las etiquetas salen como tabla, como JSON o como copias en una carpeta por clase. Ese es todo el trabajo. F1 abre la guía, que explica cada página y tiene esta visita.</translation>
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
      <source>Zero-shot learning needs a table of traits: a CSV file with one row per class and one column per trait. Choose one for the project first.</source>
      <translation>El aprendizaje sin ejemplos necesita una tabla de rasgos: un archivo CSV con una fila por clase y una columna por rasgo. Elegir antes una para el proyecto.</translation>
    </message>
    <message numerus="yes">
      <source>about {count} wrong expected</source>
      <translation>
        <numerusform>cerca de {count} error previsto</numerusform>
        <numerusform>unos {count} errores previstos</numerusform>
      </translation>
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
      <source>adapts to an episode in {adapt}, then takes {query} per image</source>
      <translation>se adapta a un episodio en {adapt} y después tarda {query} por imagen</translation>
    </message>
    <message numerus="yes">
      <source>after {count} episodes</source>
      <translation>
        <numerusform>tras {count} episodio</numerusform>
        <numerusform>tras {count} episodios</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and {count} more</source>
      <translation>
        <numerusform>y {count} más</numerusform>
        <numerusform>y {count} más</numerusform>
      </translation>
    </message>
    <message>
      <source>as it is now</source>
      <translation>como está ahora</translation>
    </message>
    <message>
      <source>as it was saved, from the backup {backup}</source>
      <translation>como se guardó, de la copia de seguridad {backup}</translation>
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
      <source>best checkpoint</source>
      <translation>mejor punto de control</translation>
    </message>
    <message>
      <source>best score {best} at episode {at}</source>
      <translation>mejor puntuación: {best} en el episodio {at}</translation>
    </message>
    <message>
      <source>best so far {best}</source>
      <translation>lo mejor hasta ahora: {best}</translation>
    </message>
    <message>
      <source>best {best} at episode {at}</source>
      <translation>mejor acierto: {best} en el episodio {at}</translation>
    </message>
    <message>
      <source>bfloat16 has no effect on this device ({device}), which does not compute in it.</source>
      <translation>bfloat16 no tiene efecto en este dispositivo ({device}), que no calcula con él.</translation>
    </message>
    <message>
      <source>bfloat16 is not used: on this processor it is only {times} times as fast as full precision.</source>
      <translation>No se usa bfloat16: en este procesador es solo {times} veces tan rápido como la precisión completa.</translation>
    </message>
    <message>
      <source>bfloat16 is used: on this processor it is {times} times as fast as full precision.</source>
      <translation>Se usa bfloat16: en este procesador es {times} veces tan rápido como la precisión completa.</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>azul</translation>
    </message>
    <message>
      <source>channels {channels} as red, green and blue</source>
      <translation>los canales {channels} como rojo, verde y azul</translation>
    </message>
    <message>
      <source>chosen point at {x}, {y}</source>
      <translation>punto elegido en {x}, {y}</translation>
    </message>
    <message>
      <source>circle</source>
      <translation>círculo</translation>
    </message>
    <message>
      <source>class</source>
      <translation>clase</translation>
    </message>
    <message>
      <source>confidence {confidence}: {right} right, number of answers: {answers}</source>
      <translation>confianza {confidence}: {right} correctas, número de respuestas: {answers}</translation>
    </message>
    <message>
      <source>corrected</source>
      <translation>con corrección</translation>
    </message>
    <message>
      <source>cursor at {x}, {y}</source>
      <translation>cursor en {x}, {y}</translation>
    </message>
    <message>
      <source>decided at</source>
      <translation>decidida el</translation>
    </message>
    <message>
      <source>decided by</source>
      <translation>decidida por</translation>
    </message>
    <message>
      <source>decision</source>
      <translation>decisión</translation>
    </message>
    <message>
      <source>deleted {when}</source>
      <translation>eliminado el {when}</translation>
    </message>
    <message>
      <source>done</source>
      <translation>hecho</translation>
    </message>
    <message>
      <source>dotted</source>
      <translation>con puntos</translation>
    </message>
    <message>
      <source>embeds the examples of an episode in {embed}, adapts to them in {adapt}, then takes {query} per image</source>
      <translation>calcula la representación de los ejemplos de un episodio en {embed}, se adapta a ellos en {adapt} y luego tarda {query} por imagen</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>fallida</translation>
    </message>
    <message>
      <source>fewer than 1 wrong expected</source>
      <translation>menos de 1 error previsto</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>terminada</translation>
    </message>
    <message>
      <source>folder not found</source>
      <translation>no se encuentra la carpeta</translation>
    </message>
    <message>
      <source>foretold {stars} stars</source>
      <translation>{stars} estrellas previstas</translation>
    </message>
    <message>
      <source>from the backup {backup}; it may have been changed or removed since</source>
      <translation>de la copia de seguridad {backup}; puede haberse cambiado o quitado después</translation>
    </message>
    <message>
      <source>getting ready…</source>
      <translation>preparando…</translation>
    </message>
    <message numerus="yes">
      <source>gives {count} stars</source>
      <translation>
        <numerusform>da {count} estrella</numerusform>
        <numerusform>da {count} estrellas</numerusform>
      </translation>
    </message>
    <message>
      <source>goal at {x}, {y}</source>
      <translation>meta en {x}, {y}</translation>
    </message>
    <message>
      <source>goals learned from</source>
      <translation>metas aprendidas</translation>
    </message>
    <message>
      <source>green</source>
      <translation>verde</translation>
    </message>
    <message>
      <source>image</source>
      <translation>imagen</translation>
    </message>
    <message>
      <source>in {time}</source>
      <translation>en {time}</translation>
    </message>
    <message>
      <source>interrupted</source>
      <translation>interrumpida</translation>
    </message>
    <message>
      <source>is also in {name}</source>
      <translation>está también en {name}</translation>
    </message>
    <message>
      <source>it goes on exactly from here, unless another is started</source>
      <translation>continúa exactamente desde aquí, salvo que se empiece otra</translation>
    </message>
    <message>
      <source>its weights were dropped after the search, which keeps those of its best</source>
      <translation>sus pesos se descartaron tras la búsqueda, que conserva los de los mejores</translation>
    </message>
    <message>
      <source>kept as it was found, because others refer to it and no backup has it: look at it</source>
      <translation>conservada como estaba, porque otras se refieren a ella y ninguna copia de seguridad la tiene: conviene revisarla</translation>
    </message>
    <message>
      <source>kept as it was found: its digest is lost, and no backup has it</source>
      <translation>conservada como estaba: su suma de control se ha perdido y ninguna copia de seguridad la tiene</translation>
    </message>
    <message>
      <source>large</source>
      <translation>grande</translation>
    </message>
    <message>
      <source>large network</source>
      <translation>red grande</translation>
    </message>
    <message>
      <source>learning rate {rate}</source>
      <translation>tasa de aprendizaje {rate}</translation>
    </message>
    <message>
      <source>left out, because another row has its place</source>
      <translation>omitida, porque otra fila ocupa su lugar</translation>
    </message>
    <message>
      <source>left out, because what it refers to is lost</source>
      <translation>omitida, porque se ha perdido aquello a lo que se refiere</translation>
    </message>
    <message>
      <source>like {name}</source>
      <translation>como {name}</translation>
    </message>
    <message>
      <source>likely</source>
      <translation>probable</translation>
    </message>
    <message>
      <source>live</source>
      <translation>en directo</translation>
    </message>
    <message>
      <source>looks like {name}</source>
      <translation>parece {name}</translation>
    </message>
    <message>
      <source>looks most like {name}</source>
      <translation>se parece más a {name}</translation>
    </message>
    <message>
      <source>lost: no backup has it</source>
      <translation>perdida: ninguna copia de seguridad la tiene</translation>
    </message>
    <message>
      <source>lost: what is known of it is kept, as a person's decisions refer to it: look at it</source>
      <translation>perdida: se conserva lo que se sabe de ella, porque hay decisiones de una persona que se refieren a ella; conviene revisarla</translation>
    </message>
    <message>
      <source>mean return of its walks</source>
      <translation>retorno medio de sus recorridos</translation>
    </message>
    <message>
      <source>mean squared error</source>
      <translation>error cuadrático medio</translation>
    </message>
    <message>
      <source>mean squared error at the points</source>
      <translation>error cuadrático medio en los puntos</translation>
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
      <source>middle-sized</source>
      <translation>mediano</translation>
    </message>
    <message>
      <source>min</source>
      <translation>min</translation>
    </message>
    <message>
      <source>nearly the same as an image of {name}</source>
      <translation>casi igual que una imagen de {name}</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>no clear difference</source>
      <translation>sin diferencia clara</translation>
    </message>
    <message>
      <source>no decision yet</source>
      <translation>aún sin decisión</translation>
    </message>
    <message>
      <source>no examples</source>
      <translation>sin ejemplos</translation>
    </message>
    <message>
      <source>no images yet</source>
      <translation>sin imágenes todavía</translation>
    </message>
    <message>
      <source>no stars</source>
      <translation>sin estrellas</translation>
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
      <source>not meta-trained</source>
      <translation>sin metaentrenar</translation>
    </message>
    <message>
      <source>not tested yet</source>
      <translation>sin probar</translation>
    </message>
    <message>
      <source>not trained</source>
      <translation>sin entrenar</translation>
    </message>
    <message>
      <source>one training</source>
      <translation>un solo entrenamiento</translation>
    </message>
    <message>
      <source>only the newest search can go on</source>
      <translation>solo la búsqueda más reciente puede seguir</translation>
    </message>
    <message>
      <source>opened today</source>
      <translation>abierto hoy</translation>
    </message>
    <message>
      <source>opened yesterday</source>
      <translation>abierto ayer</translation>
    </message>
    <message>
      <source>opened {date}</source>
      <translation>abierto el {date}</translation>
    </message>
    <message>
      <source>or {name} · {share}</source>
      <translation>o bien {name} · {share}</translation>
    </message>
    <message>
      <source>page {page}, as chosen</source>
      <translation>la página {page}, como se eligió</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>en pausa</translation>
    </message>
    <message>
      <source>picture {number} of {total}</source>
      <translation>imagen {number} de {total}</translation>
    </message>
    <message>
      <source>plain</source>
      <translation>liso</translation>
    </message>
    <message>
      <source>pretrained network</source>
      <translation>red preentrenada</translation>
    </message>
    <message>
      <source>red</source>
      <translation>rojo</translation>
    </message>
    <message>
      <source>ringed: classes</source>
      <translation>con anillo: clases</translation>
    </message>
    <message>
      <source>rotated classes too</source>
      <translation>también clases giradas</translation>
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
      <source>search {number}</source>
      <translation>búsqueda {number}</translation>
    </message>
    <message>
      <source>simplest baseline</source>
      <translation>la referencia más sencilla</translation>
    </message>
    <message>
      <source>small</source>
      <translation>pequeño</translation>
    </message>
    <message>
      <source>small network</source>
      <translation>red pequeña</translation>
    </message>
    <message>
      <source>small network without pooling</source>
      <translation>red pequeña sin pooling</translation>
    </message>
    <message>
      <source>square</source>
      <translation>cuadrado</translation>
    </message>
    <message>
      <source>star</source>
      <translation>estrella</translation>
    </message>
    <message>
      <source>stars off at the ratings</source>
      <translation>estrellas de error en lo valorado</translation>
    </message>
    <message>
      <source>stars off, on average</source>
      <translation>estrellas de error, de media</translation>
    </message>
    <message>
      <source>stopping…</source>
      <translation>deteniendo…</translation>
    </message>
    <message>
      <source>striped</source>
      <translation>a rayas</translation>
    </message>
    <message>
      <source>sure</source>
      <translation>segura</translation>
    </message>
    <message>
      <source>tested {accuracy}</source>
      <translation>probado {accuracy}</translation>
    </message>
    <message>
      <source>the brightest of all pages, pixel by pixel</source>
      <translation>lo más claro de todas las páginas, píxel por píxel</translation>
    </message>
    <message>
      <source>the first channel that is not blank; where they are colours, red, green and blue</source>
      <translation>el primer canal que no está en blanco; donde son colores, rojo, verde y azul</translation>
    </message>
    <message>
      <source>the first page that is not blank (there, page {page})</source>
      <translation>la primera página que no está en blanco (ahí, la página {page})</translation>
    </message>
    <message>
      <source>the pretrained network</source>
      <translation>la red preentrenada</translation>
    </message>
    <message>
      <source>the raw-pixel baseline</source>
      <translation>la referencia de píxeles</translation>
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
      <source>traits alone</source>
      <translation>solo sus rasgos</translation>
    </message>
    <message>
      <source>triangle</source>
      <translation>triángulo</translation>
    </message>
    <message>
      <source>under way</source>
      <translation>en curso</translation>
    </message>
    <message>
      <source>undone</source>
      <translation>deshecha</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>sin identificar</translation>
    </message>
    <message>
      <source>unsure</source>
      <translation>dudosa</translation>
    </message>
    <message>
      <source>validating</source>
      <translation>validando</translation>
    </message>
    <message>
      <source>validating, about {time} left</source>
      <translation>validando, quedan unos {time}</translation>
    </message>
    <message>
      <source>validation classes</source>
      <translation>de validación</translation>
    </message>
    <message>
      <source>validation {accuracy}</source>
      <translation>validación {accuracy}</translation>
    </message>
    <message>
      <source>violet</source>
      <translation>violeta</translation>
    </message>
    <message>
      <source>weights dropped after a search</source>
      <translation>pesos descartados tras una búsqueda</translation>
    </message>
    <message>
      <source>whole, but what it referred to is lost</source>
      <translation>íntegra, pero se ha perdido aquello a lo que se refería</translation>
    </message>
    <message>
      <source>yellow</source>
      <translation>amarillo</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sí</translation>
    </message>
    <message>
      <source>{accuracy}</source>
      <translation>{accuracy}</translation>
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
      <source>{approach} does not learn {problem}. Available: {names}.</source>
      <translation>{approach} no aprende {problem}. Disponibles: {names}.</translation>
    </message>
    <message>
      <source>{approach} does not use traits: {table} is kept in the project, but nothing is learned from it.</source>
      <translation>{approach} no usa rasgos: {table} se guarda en el proyecto, pero no se aprende nada de ella.</translation>
    </message>
    <message>
      <source>{approach} on the pretrained network, episode {number}</source>
      <translation>{approach} sobre la red preentrenada, episodio {number}</translation>
    </message>
    <message>
      <source>{approach} on the {network}</source>
      <translation>{approach} con la {network}</translation>
    </message>
    <message>
      <source>{approach} on the {network}, nothing trained</source>
      <translation>{approach} con la {network}, sin entrenar</translation>
    </message>
    <message>
      <source>{approach} will be skipped: {reason}</source>
      <translation>{approach} se omitirá: {reason}</translation>
    </message>
    <message>
      <source>{approach}, nothing trained (run {run})</source>
      <translation>{approach}, sin entrenar (entrenamiento {run})</translation>
    </message>
    <message>
      <source>{baseline}: {accuracy} ± {interval} %. Nothing was trained: no training promised more in this time.</source>
      <translation>{baseline}: {accuracy} ± {interval} %. No se entrenó nada: en este tiempo ningún entrenamiento prometía más.</translation>
    </message>
    <message>
      <source>{baseline}: {accuracy} ± {interval} %. Nothing was trained: the search was stopped before.</source>
      <translation>{baseline}: {accuracy} ± {interval} %. No se entrenó nada: la búsqueda se detuvo antes.</translation>
    </message>
    <message>
      <source>{baseline}: {accuracy} ± {interval} %. Nothing was trained: there was no time left for it.</source>
      <translation>{baseline}: {accuracy} ± {interval} %. No se entrenó nada: no quedó tiempo para entrenar.</translation>
    </message>
    <message>
      <source>{before} renamed to {name}.</source>
      <translation>{before} se llama ahora {name}.</translation>
    </message>
    <message>
      <source>{classes} classes have the same traits, as this run reads them, among them {first} and {second}: they cannot be told apart without examples.</source>
      <translation>{classes} clases tienen los mismos rasgos, tal como los lee este entrenamiento, entre ellas {first} y {second}: sin ejemplos no se pueden distinguir.</translation>
    </message>
    <message>
      <source>{computer} has another version of {name} ({theirs}) than this computer ({ours}). Runs would not be comparable: install the same there.</source>
      <translation>{computer} tiene otra versión de {name} ({theirs}) que este ordenador ({ours}). Los entrenamientos no serían comparables: instalar la misma allí.</translation>
    </message>
    <message numerus="yes">
      <source>{counted}; from your {count} picks alone</source>
      <translation>
        <numerusform>{counted}; solo a partir de {count} imagen elegida</numerusform>
        <numerusform>{counted}; solo a partir de {count} imágenes elegidas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{counted}; learned from {count} people's picks</source>
      <translation>
        <numerusform>{counted}; aprendido de lo que eligió {count} persona</numerusform>
        <numerusform>{counted}; aprendido de lo que eligieron {count} personas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} accepted in bulk</source>
      <translation>
        <numerusform>{count} aceptada en bloque</numerusform>
        <numerusform>{count} aceptadas en bloque</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} accepted in bulk as sure</source>
      <translation>
        <numerusform>{count} aceptada en bloque como segura</numerusform>
        <numerusform>{count} aceptadas en bloque como seguras</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} accepted in bulk while unsure</source>
      <translation>
        <numerusform>{count} aceptada en bloque sin seguridad</numerusform>
        <numerusform>{count} aceptadas en bloque sin seguridad</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} accepted in bulk, of classes with no others</source>
      <translation>
        <numerusform>{count} aceptada en bloque, de clases sin otras</numerusform>
        <numerusform>{count} aceptadas en bloque, de clases sin otras</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} already imported</source>
      <translation>
        <numerusform>{count} ya importada</numerusform>
        <numerusform>{count} ya importadas</numerusform>
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
      <source>{count} asked for</source>
      <translation>
        <numerusform>{count} por responder</numerusform>
        <numerusform>{count} por responder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} class folders are in several roles, for example {folder}, so the test would see training classes. Remove one of the imports, or give those classes the same role.</source>
      <translation>
        <numerusform>{count} carpeta de clase está en varios roles, {folder}, así que la prueba vería una clase de entrenamiento. Quitar una de las importaciones o dar el mismo rol a esas clases.</numerusform>
        <numerusform>{count} carpetas de clase están en varios roles, por ejemplo {folder}, así que la prueba vería clases de entrenamiento. Quitar una de las importaciones o dar el mismo rol a esas clases.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} class names are in several roles, for example {name}. If these are the same classes, the test would see training classes: give them the same role, or import their folders as one.</source>
      <translation>
        <numerusform>{count} nombre de clase está en varios roles, {name}. Si es la misma clase, la prueba vería una clase de entrenamiento: darles el mismo rol o importar sus carpetas como una sola.</numerusform>
        <numerusform>{count} nombres de clase están en varios roles, por ejemplo {name}. Si son las mismas clases, la prueba vería clases de entrenamiento: darles el mismo rol o importar sus carpetas como una sola.</numerusform>
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
      <source>{count} classes are gone from the folder, for example {name}: none of their images is there.</source>
      <translation>
        <numerusform>{count} clase ya no está en la carpeta, {name}: no queda ninguna de sus imágenes.</numerusform>
        <numerusform>{count} clases ya no están en la carpeta, por ejemplo {name}: no queda ninguna de sus imágenes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes are the only ones in their folders and are left out: an episode within one folder needs two. Mix folders to use them.</source>
      <translation>
        <numerusform>{count} clase es la única de su carpeta y queda fuera: un episodio de una sola carpeta necesita dos. Mezclar carpetas para usarla.</numerusform>
        <numerusform>{count} clases son las únicas de su carpeta y quedan fuera: un episodio de una sola carpeta necesita dos. Mezclar carpetas para usarlas.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have a single image (or specimen) and are left out: an episode needs an example and a query.</source>
      <translation>
        <numerusform>{count} clase tiene una sola imagen (o un solo ejemplar) y queda fuera: un episodio necesita un ejemplo y una consulta.</numerusform>
        <numerusform>{count} clases tienen una sola imagen (o un solo ejemplar) y quedan fuera: un episodio necesita un ejemplo y una consulta.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have another folder now, for example {old}, now {new}: their images were recognised by content, labels and runs keep them.</source>
      <translation>
        <numerusform>{count} clase tiene ahora otra carpeta, {old}, ahora {new}: sus imágenes se reconocieron por su contenido; las etiquetas y los entrenamientos las conservan.</numerusform>
        <numerusform>{count} clases tienen ahora otra carpeta, por ejemplo {old}, ahora {new}: sus imágenes se reconocieron por su contenido; las etiquetas y los entrenamientos las conservan.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have fewer than {need} images (examples plus queries): episodes use what there is, in the smallest class {shots} as examples and {queries} as queries.</source>
      <translation>
        <numerusform>{count} clase tiene menos de {need} imágenes (ejemplos más consultas): los episodios usan las que haya, {shots} como ejemplos y {queries} como consultas.</numerusform>
        <numerusform>{count} clases tienen menos de {need} imágenes (ejemplos más consultas): los episodios usan las que haya, de la clase más pequeña {shots} como ejemplos y {queries} como consultas.</numerusform>
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
      <source>{count} classes have no traits in {table}: only their examples are used.</source>
      <translation>
        <numerusform>{count} clase no tiene rasgos en {table}: solo se usan sus ejemplos.</numerusform>
        <numerusform>{count} clases no tienen rasgos en {table}: solo se usan sus ejemplos.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} classes have the same images as another class and are left out: in one episode, an answer would be both right and wrong.</source>
      <translation>
        <numerusform>{count} clase tiene las mismas imágenes que otra y se omite: en un mismo episodio, una respuesta sería correcta e incorrecta a la vez.</numerusform>
        <numerusform>{count} clases tienen las mismas imágenes que otra y se omiten: en un mismo episodio, una respuesta sería correcta e incorrecta a la vez.</numerusform>
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
      <source>{count} columns of {table} do not distinguish any classes and are left out: {names}.</source>
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
      <source>{count} deleted runs are gone already.</source>
      <translation>
        <numerusform>{count} entrenamiento eliminado ya no está.</numerusform>
        <numerusform>{count} entrenamientos eliminados ya no están.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted runs go for good ({size}): they cannot be restored any more.</source>
      <translation>
        <numerusform>{count} entrenamiento eliminado desaparece del todo ({size}): ya no se podrá restaurar.</numerusform>
        <numerusform>{count} entrenamientos eliminados desaparecen del todo ({size}): ya no se podrán restaurar.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} duplicates</source>
      <translation>
        <numerusform>{count} duplicada</numerusform>
        <numerusform>{count} duplicadas</numerusform>
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
      <source>{count} examples per class</source>
      <translation>
        <numerusform>{count} ejemplo por clase</numerusform>
        <numerusform>{count} ejemplos por clase</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples removed from {name}</source>
      <translation>
        <numerusform>{count} ejemplo quitado de {name}</numerusform>
        <numerusform>{count} ejemplos quitados de {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} examples to look at</source>
      <translation>
        <numerusform>{count} ejemplo por revisar</numerusform>
        <numerusform>{count} ejemplos por revisar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} failed</source>
      <translation>
        <numerusform>{count} fallido</numerusform>
        <numerusform>{count} fallidos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} files could not be added as examples. The first: {name}: {reason}</source>
      <translation>
        <numerusform>{count} archivo no se pudo añadir como ejemplo: {name}: {reason}</numerusform>
        <numerusform>{count} archivos no se pudieron añadir como ejemplos. El primero: {name}: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} files have several channels, such as {path} with {channels}. Taken: {which}.</source>
      <translation>
        <numerusform>{count} archivo tiene varios canales: {path}, {channels}. Se tomó: {which}.</numerusform>
        <numerusform>{count} archivos tienen varios canales, por ejemplo {path}, {channels}. Se tomó: {which}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} files have several pages, such as {path} with {pages}. Taken: {which}.</source>
      <translation>
        <numerusform>{count} archivo tiene varias páginas: {path}, {pages}. Se tomó: {which}.</numerusform>
        <numerusform>{count} archivos tienen varias páginas, por ejemplo {path}, {pages}. Se tomó: {which}.</numerusform>
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
      <source>{count} finished</source>
      <translation>
        <numerusform>{count} terminado</numerusform>
        <numerusform>{count} terminados</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} frames are black, white or of one tone, for example {path}.</source>
      <translation>
        <numerusform>{count} imagen es negra, blanca o de un solo tono: {path}.</numerusform>
        <numerusform>{count} imágenes son negras, blancas o de un solo tono, por ejemplo {path}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} frames look out of focus beside the others of their folder, for example {path}.</source>
      <translation>
        <numerusform>{count} imagen parece desenfocada al lado de las demás de su carpeta: {path}.</numerusform>
        <numerusform>{count} imágenes parecen desenfocadas al lado de las demás de su carpeta, por ejemplo {path}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} frames to look at</source>
      <translation>
        <numerusform>{count} imagen por revisar</numerusform>
        <numerusform>{count} imágenes por revisar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} given up early</source>
      <translation>
        <numerusform>{count} abandonado pronto</numerusform>
        <numerusform>{count} abandonados pronto</numerusform>
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
      <source>{count} images are gone from the folder, for example {path}. They stay in the project as missing.</source>
      <translation>
        <numerusform>{count} imagen ya no está en la carpeta, {path}. Sigue en el proyecto como imagen que falta.</numerusform>
        <numerusform>{count} imágenes ya no están en la carpeta, por ejemplo {path}. Siguen en el proyecto como imágenes que faltan.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images are in classes with different roles, so the test would see training images. Remove the duplicates, or give those classes the same role.</source>
      <translation>
        <numerusform>{count} imagen está en clases con roles distintos, así que la prueba vería una imagen de entrenamiento. Quitar los duplicados o dar el mismo rol a esas clases.</numerusform>
        <numerusform>{count} imágenes están en clases con roles distintos, así que la prueba vería imágenes de entrenamiento. Quitar los duplicados o dar el mismo rol a esas clases.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images are left out of episodes, because several classes have them. Remove them from all but one.</source>
      <translation>
        <numerusform>{count} imagen se omite en los episodios, porque varias clases la tienen. Quitarla de todas menos una.</numerusform>
        <numerusform>{count} imágenes se omiten en los episodios, porque varias clases las tienen. Quitarlas de todas menos una.</numerusform>
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
      <source>{count} images cannot be used by every model, so they are left out for all.</source>
      <translation>
        <numerusform>{count} imagen no la pueden usar todos los modelos, así que queda fuera para todos.</numerusform>
        <numerusform>{count} imágenes no las pueden usar todos los modelos, así que quedan fuera para todos.</numerusform>
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
      <source>{count} images have moved and were recognised by content.</source>
      <translation>
        <numerusform>{count} imagen se ha movido y se reconoció por su contenido.</numerusform>
        <numerusform>{count} imágenes se han movido y se reconocieron por su contenido.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images have several classes in the table and were left out, for example {first}.</source>
      <translation>
        <numerusform>{count} imagen tiene varias clases en la tabla y se omitió: {first}.</numerusform>
        <numerusform>{count} imágenes tienen varias clases en la tabla y se omitieron, por ejemplo {first}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images labelled {name}</source>
      <translation>
        <numerusform>{count} imagen etiquetada como {name}</numerusform>
        <numerusform>{count} imágenes etiquetadas como {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images look like none of the classes, so nothing was accepted. Press a number or type a name to assign a class.</source>
      <translation>
        <numerusform>{count} imagen no se parece a ninguna de las clases, así que no se aceptó nada. Pulsar un número o escribir un nombre para asignar una clase.</numerusform>
        <numerusform>{count} imágenes no se parecen a ninguna de las clases, así que no se aceptó nada. Pulsar un número o escribir un nombre para asignar una clase.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images marked as none of the classes</source>
      <translation>
        <numerusform>{count} imagen marcada como de ninguna de las clases</numerusform>
        <numerusform>{count} imágenes marcadas como de ninguna de las clases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images marked as not wanted</source>
      <translation>
        <numerusform>{count} imagen marcada: no interesa</numerusform>
        <numerusform>{count} imágenes marcadas: no interesan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images marked as unknown</source>
      <translation>
        <numerusform>{count} imagen marcada como sin identificar</numerusform>
        <numerusform>{count} imágenes marcadas como sin identificar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images marked as wanted</source>
      <translation>
        <numerusform>{count} imagen marcada: interesa</numerusform>
        <numerusform>{count} imágenes marcadas: interesan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of the folder are not in the table and were left out, for example {first}.</source>
      <translation>
        <numerusform>{count} imagen de la carpeta no está en la tabla y se omitió: {first}.</numerusform>
        <numerusform>{count} imágenes de la carpeta no están en la tabla y se omitieron, por ejemplo {first}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of {name} are used as examples for labelling. Remove them there first.</source>
      <translation>
        <numerusform>{count} imagen de {name} se usa como ejemplo para etiquetar. Quitarla antes de ahí.</numerusform>
        <numerusform>{count} imágenes de {name} se usan como ejemplos para etiquetar. Quitarlas antes de ahí.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} images of {name} have been labelled, and labels are always kept, so the folder cannot be removed.</source>
      <translation>
        <numerusform>{count} imagen de {name} está etiquetada, y las etiquetas se conservan siempre, así que la carpeta no se puede quitar.</numerusform>
        <numerusform>{count} imágenes de {name} están etiquetadas, y las etiquetas se conservan siempre, así que la carpeta no se puede quitar.</numerusform>
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
      <source>{count} images, the most frequent first</source>
      <translation>
        <numerusform>{count} imagen</numerusform>
        <numerusform>{count} imágenes, primero las más frecuentes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} labelled</source>
      <translation>
        <numerusform>{count} etiquetada</numerusform>
        <numerusform>{count} etiquetadas</numerusform>
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
      <source>{count} labels and examples are lost. They are the first in the list below.</source>
      <translation>
        <numerusform>Se ha perdido {count} etiqueta o ejemplo. Es lo primero de la lista de abajo.</numerusform>
        <numerusform>Se han perdido {count} etiquetas y ejemplos. Son lo primero de la lista de abajo.</numerusform>
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
      <source>{count} labels set by hand</source>
      <translation>
        <numerusform>{count} etiqueta puesta a mano</numerusform>
        <numerusform>{count} etiquetas puestas a mano</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} left out</source>
      <translation>
        <numerusform>{count} omitido</numerusform>
        <numerusform>{count} omitidos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} more waiting</source>
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
      <source>{count} names differ from another only by capitals or Unicode form, for example {first} and {second}: other systems take them for one name.</source>
      <translation>
        <numerusform>{count} nombre difiere de otro solo en mayúsculas o en la forma Unicode, {first} y {second}: otros sistemas los toman por un solo nombre.</numerusform>
        <numerusform>{count} nombres difieren de otro solo en mayúsculas o en la forma Unicode, por ejemplo {first} y {second}: otros sistemas los toman por un solo nombre.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of the classes that it was trained or validated on were gone when it was exported: whether their images are in this project is unknown, so a test on them would flatter it unnoticed.</source>
      <translation>
        <numerusform>{count} de las clases con que se entrenó o se validó ya no estaba cuando se exportó: no se sabe si sus imágenes están en este proyecto, y una prueba con ellas lo favorecería sin que se notara.</numerusform>
        <numerusform>{count} de las clases con que se entrenó o se validó ya no estaban cuando se exportó: no se sabe si sus imágenes están en este proyecto, y una prueba con ellas lo favorecería sin que se notara.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of the tested classes have traits in {table}, but at least two are needed.</source>
      <translation>
        <numerusform>{count} de las clases por probar tiene rasgos en {table}, y hacen falta al menos dos.</numerusform>
        <numerusform>{count} de las clases por probar tienen rasgos en {table}, y hacen falta al menos dos.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of the training classes have traits in {table}, but at least two are needed. Do the class names in the table match the folder names?</source>
      <translation>
        <numerusform>{count} de las clases de entrenamiento tiene rasgos en {table}, y hacen falta al menos dos. ¿Coinciden los nombres de las clases de la tabla con los de las carpetas?</numerusform>
        <numerusform>{count} de las clases de entrenamiento tienen rasgos en {table}, y hacen falta al menos dos. ¿Coinciden los nombres de las clases de la tabla con los de las carpetas?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of the {total} learned traits are not in {table}, and count as unknown; the first is {name}.</source>
      <translation>
        <numerusform>{count} de los {total} rasgos aprendidos no está en {table} y cuenta como desconocido: {name}.</numerusform>
        <numerusform>{count} de los {total} rasgos aprendidos no están en {table} y cuentan como desconocidos; el primero es {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of {total} classes are in several split folders, for example {name}, so these cannot be the roles: a class has one role only. Join the classes by name instead.</source>
      <translation>
        <numerusform>{count} de {total} clases está en varias carpetas de partición, {name}, así que estas no pueden ser los roles: una clase tiene un solo rol. Unir las clases por nombre.</numerusform>
        <numerusform>{count} de {total} clases están en varias carpetas de partición, por ejemplo {name}, así que estas no pueden ser los roles: una clase tiene un solo rol. Unir las clases por nombre.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} of {total} findings about run {run} call for caution.</source>
      <translation>
        <numerusform>{count} de {total} hallazgos sobre el entrenamiento {run} pide cautela.</numerusform>
        <numerusform>{count} de {total} hallazgos sobre el entrenamiento {run} piden cautela.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} per step</source>
      <translation>
        <numerusform>{count} por paso</numerusform>
        <numerusform>{count} por paso</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} picks removed</source>
      <translation>
        <numerusform>{count} elección quitada</numerusform>
        <numerusform>{count} elecciones quitadas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} pictures are rated</source>
      <translation>
        <numerusform>{count} imagen valorada</numerusform>
        <numerusform>{count} imágenes valoradas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} places down</source>
      <translation>
        <numerusform>baja {count} puesto</numerusform>
        <numerusform>baja {count} puestos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} places up</source>
      <translation>
        <numerusform>sube {count} puesto</numerusform>
        <numerusform>sube {count} puestos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} points</source>
      <translation>
        <numerusform>{count} punto</numerusform>
        <numerusform>{count} puntos</numerusform>
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
      <source>{count} proposals are different without {image}</source>
      <translation>
        <numerusform>Sin {image} cambia {count} propuesta</numerusform>
        <numerusform>Sin {image} cambian {count} propuestas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} queries per class</source>
      <translation>
        <numerusform>{count} consulta por clase</numerusform>
        <numerusform>{count} consultas por clase</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} rows copied.</source>
      <translation>
        <numerusform>{count} fila copiada.</numerusform>
        <numerusform>{count} filas copiadas.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} rows of the project are not as they were saved, so labels may be wrong. Check the project, and repair it into a new file.</source>
      <translation>
        <numerusform>{count} fila del proyecto no está como se guardó, así que puede haber etiquetas equivocadas. Conviene comprobar el proyecto y repararlo en un archivo nuevo.</numerusform>
        <numerusform>{count} filas del proyecto no están como se guardaron, así que puede haber etiquetas equivocadas. Conviene comprobar el proyecto y repararlo en un archivo nuevo.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} rows of the table have no class and were left out.</source>
      <translation>
        <numerusform>{count} fila de la tabla no tiene clase y se omitió.</numerusform>
        <numerusform>{count} filas de la tabla no tienen clase y se omitieron.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} rows of the table name a file that is not in the folder, for example {first}.</source>
      <translation>
        <numerusform>{count} fila de la tabla nombra un archivo que no está en la carpeta: {first}.</numerusform>
        <numerusform>{count} filas de la tabla nombran un archivo que no está en la carpeta, por ejemplo {first}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} runs could then be used, but not be resumed; saves {size} more. This cannot be undone.</source>
      <translation>
        <numerusform>Después, {count} entrenamiento podría usarse, pero no reanudarse; ahorra {size} más. No se puede deshacer.</numerusform>
        <numerusform>Después, {count} entrenamientos podrían usarse, pero no reanudarse; ahorra {size} más. No se puede deshacer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} runs finished: compare them on the Check page</source>
      <translation>
        <numerusform>{count} entrenamiento terminado: se puede comparar en «Comprobar»</numerusform>
        <numerusform>{count} entrenamientos terminados: se pueden comparar en «Comprobar»</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} seeds: {accuracies}</source>
      <translation>
        <numerusform>{count} semilla: {accuracies}</numerusform>
        <numerusform>{count} semillas: {accuracies}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} seeds: {accuracies}.</source>
      <translation>
        <numerusform>{count} semilla: {accuracies}.</numerusform>
        <numerusform>{count} semillas: {accuracies}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} selected, not compared yet</source>
      <translation>
        <numerusform>{count} seleccionado, todavía sin comparar</numerusform>
        <numerusform>{count} seleccionados, todavía sin comparar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} settings tried</source>
      <translation>
        <numerusform>{count} ajuste probado</numerusform>
        <numerusform>{count} ajustes probados</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} sidecar files left alone</source>
      <translation>
        <numerusform>{count} archivo adjunto sin tocar</numerusform>
        <numerusform>{count} archivos adjuntos sin tocar</numerusform>
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
      <source>{count} stars</source>
      <translation>
        <numerusform>{count} estrella</numerusform>
        <numerusform>{count} estrellas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} stars for {picture} moved it by {moved}</source>
      <translation>
        <numerusform>{count} estrella a {picture} la movió {moved}</numerusform>
        <numerusform>{count} estrellas a {picture} la movieron {moved}</numerusform>
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
      <source>{count} under way</source>
      <translation>
        <numerusform>{count} en curso</numerusform>
        <numerusform>{count} en curso</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} unfinished</source>
      <translation>
        <numerusform>{count} sin terminar</numerusform>
        <numerusform>{count} sin terminar</numerusform>
      </translation>
    </message>
    <message>
      <source>{damage} It was left as it is. The newest intact backup is {backup}: to restore it, move {path} (and {log}, if it exists) to another folder, then copy the backup to {path}.</source>
      <translation>{damage} Se dejó tal como está. La copia de seguridad válida más reciente es {backup}: para restaurarla, mover {path} (y {log}, si existe) a otra carpeta y después copiar la copia de seguridad en {path}.</translation>
    </message>
    <message>
      <source>{damage} It was left as it is. There is no intact backup of it in {folder}.</source>
      <translation>{damage} Se dejó tal como está. No hay ninguna copia de seguridad válida en {folder}.</translation>
    </message>
    <message>
      <source>{device} · why?</source>
      <translation>{device} · ¿por qué?</translation>
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
      <source>{done} of {total} images checked, new ones saved</source>
      <translation>{done} de {total} imágenes revisadas, las nuevas guardadas</translation>
    </message>
    <message>
      <source>{done} of {total} images classified</source>
      <translation>{done} de {total} imágenes clasificadas</translation>
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
      <source>{done} of {total} images embedded</source>
      <translation>{done} de {total} imágenes procesadas por la red</translation>
    </message>
    <message>
      <source>{done} of {total} images processed</source>
      <translation>{done} de {total} imágenes procesadas</translation>
    </message>
    <message>
      <source>{done} of {total} images read</source>
      <translation>{done} de {total} imágenes leídas</translation>
    </message>
    <message>
      <source>{done} of {total} labelled</source>
      <translation>{done} de {total} etiquetadas</translation>
    </message>
    <message>
      <source>{done} of {total} labels checked</source>
      <translation>{done} de {total} etiquetas comprobadas</translation>
    </message>
    <message>
      <source>{done} of {total} rows processed</source>
      <translation>{done} de {total} filas procesadas</translation>
    </message>
    <message>
      <source>{done} of {total} trained, {now} under way</source>
      <translation>{done} de {total} hechos, {now} en curso</translation>
    </message>
    <message>
      <source>{done} of {total} trained. {now}</source>
      <translation>{done} de {total} hechos. {now}</translation>
    </message>
    <message numerus="yes">
      <source>{done}; {count} left that look like none of the classes</source>
      <translation>
        <numerusform>{done}; queda {count} que no se parece a ninguna de las clases</numerusform>
        <numerusform>{done}; quedan {count} que no se parecen a ninguna de las clases</numerusform>
      </translation>
    </message>
    <message>
      <source>{examples} examples and {queries} queries as points.</source>
      <translation>{examples} ejemplos y {queries} consultas como puntos.</translation>
    </message>
    <message>
      <source>{file} is here already, as run {run}: nothing was added</source>
      <translation>{file} ya está aquí, como entrenamiento {run}: no se añadió nada</translation>
    </message>
    <message>
      <source>{file} is now run {run}</source>
      <translation>{file} es ahora el entrenamiento {run}</translation>
    </message>
    <message>
      <source>{first} If speed matters, use {what}: {times} times as fast as {winner}, and not significantly less accurate.</source>
      <translation>{first} Si importa la rapidez, conviene usar {what}: {times} veces más rápido que {winner} y sin una pérdida significativa de acierto.</translation>
    </message>
    <message>
      <source>{first} No approach is clearly better than the baselines: use {baseline}.</source>
      <translation>{first} Ningún método es claramente mejor que las referencias; conviene usar {baseline}.</translation>
    </message>
    <message>
      <source>{first} and {second} have the same traits, as this run reads them: they cannot be told apart without examples.</source>
      <translation>{first} y {second} tienen los mismos rasgos, tal como los lee este entrenamiento: sin ejemplos no se pueden distinguir.</translation>
    </message>
    <message>
      <source>{first} and {second} were imported as two classes, though their names differ only by capitals. If they are one class, give their folders one name and import them again.</source>
      <translation>{first} y {second} se importaron como dos clases, aunque sus nombres solo se diferencian por las mayúsculas. Si son una sola clase, dar el mismo nombre a las carpetas e importarlas otra vez.</translation>
    </message>
    <message>
      <source>{first} {second}</source>
      <translation>{first} {second}</translation>
    </message>
    <message>
      <source>{first}, {second}</source>
      <translation>{first}; {second}</translation>
    </message>
    <message>
      <source>{folders} are split folders, and no class is in two of them: they were taken as the roles of their classes.</source>
      <translation>{folders} son carpetas de partición y ninguna clase está en dos de ellas: se tomaron como los roles de sus clases.</translation>
    </message>
    <message>
      <source>{folders} are split folders, and no class is in two of them; the roles of classes are as chosen.</source>
      <translation>{folders} son carpetas de partición y ninguna clase está en dos de ellas; los roles de las clases son los elegidos.</translation>
    </message>
    <message numerus="yes">
      <source>{folders} are split folders: {count} classes that are in several of them were joined by name, as a class has one role only.</source>
      <translation>
        <numerusform>{folders} son carpetas de partición: {count} clase que está en varias de ellas se unió por nombre, ya que una clase tiene un solo rol.</numerusform>
        <numerusform>{folders} son carpetas de partición: {count} clases que están en varias de ellas se unieron por nombre, ya que una clase tiene un solo rol.</numerusform>
      </translation>
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
      <source>{folder} contains no examples. It needs one sub-folder per class, with at least one image in each.</source>
      <translation>{folder} no contiene ejemplos. Necesita una subcarpeta por clase, con al menos una imagen en cada una.</translation>
    </message>
    <message>
      <source>{folder} holds something else. Choose an empty or new folder for the workshop.</source>
      <translation>{folder} contiene otra cosa. Hay que elegir una carpeta vacía o nueva para el taller.</translation>
    </message>
    <message>
      <source>{folder} is not a folder. Choose a folder of images.</source>
      <translation>{folder} no es una carpeta. Elegir una carpeta de imágenes.</translation>
    </message>
    <message>
      <source>{folder} is not an empty folder. Choose an empty or new folder.</source>
      <translation>{folder} no es una carpeta vacía. Elegir una vacía o nueva.</translation>
    </message>
    <message>
      <source>{format} is not read. Convert it to PNG, TIFF or JPEG.</source>
      <translation>No se lee el formato {format}. Conviene convertir el archivo a PNG, TIFF o JPEG.</translation>
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
      <source>{images} {labelled}</source>
      <translation>{images} {labelled}</translation>
    </message>
    <message>
      <source>{image} labelled {name}</source>
      <translation>{image} etiquetada como {name}</translation>
    </message>
    <message>
      <source>{image} marked as none of the classes</source>
      <translation>{image} marcada como de ninguna de las clases</translation>
    </message>
    <message>
      <source>{image} marked as unknown</source>
      <translation>{image} marcada como sin identificar</translation>
    </message>
    <message>
      <source>{kind}, number {number}: {words}</source>
      <translation>{kind}, número {number}: {words}</translation>
    </message>
    <message>
      <source>{labels} and {others}</source>
      <translation>{labels} y {others}</translation>
    </message>
    <message>
      <source>{layer}: moved {share}</source>
      <translation>{layer}: se movió {share}</translation>
    </message>
    <message>
      <source>{learning} % training, {checking} % validation: a generalisation gap of {gap} points.</source>
      <translation>{learning} % en entrenamiento, {checking} % en validación: una brecha de generalización de {gap} puntos.</translation>
    </message>
    <message>
      <source>{learning} % training, {checking} % validation: hardly any gap.</source>
      <translation>{learning} % en entrenamiento, {checking} % en validación: apenas hay brecha.</translation>
    </message>
    <message>
      <source>{log} has changes that belong to {path} and are missing in it: the program was killed, and the project renamed. Both were left as they are. Take them in, or make a new project of both with `repair`; to do without them, move {log} to another folder.</source>
      <translation>{log} tiene cambios que son de {path} y que le faltan: el programa se interrumpió y el proyecto cambió de nombre. Ambos quedaron como están. Se pueden incorporar, o hacer con `repair` un proyecto nuevo de ambos; para prescindir de ellos, hay que mover {log} a otra carpeta.</translation>
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
      <source>{name} cannot be saved: pictures are PNG or SVG files. Choose a name that ends in .png or .svg.</source>
      <translation>No se puede guardar {name}: las imágenes son archivos PNG o SVG. Elegir un nombre que termine en .png o .svg.</translation>
    </message>
    <message>
      <source>{name} cannot be used here. {reason} Choose auto or cpu.</source>
      <translation>{name} no se puede usar aquí. {reason} Elegir auto o cpu.</translation>
    </message>
    <message>
      <source>{name} cannot be {value}.</source>
      <translation>{name} no puede ser {value}.</translation>
    </message>
    <message>
      <source>{name} deleted; what it proposed and you decided stays</source>
      <translation>{name}: eliminado; lo que propuso y se decidió se queda</translation>
    </message>
    <message>
      <source>{name} does not work: {reason} Choose another device.</source>
      <translation>{name} no funciona: {reason} Elegir otro dispositivo.</translation>
    </message>
    <message>
      <source>{name} gives wrong results. Choose another device.</source>
      <translation>{name} da resultados erróneos. Elegir otro dispositivo.</translation>
    </message>
    <message>
      <source>{name} had {before} and now has {after}.</source>
      <translation>{name} ocupaba {before} y ahora ocupa {after}.</translation>
    </message>
    <message>
      <source>{name} has not picked an image to want more of. Pick at least one: press + on it.</source>
      <translation>{name} no ha marcado ninguna imagen que interese. Marcar al menos una: pulsar + sobre ella.</translation>
    </message>
    <message>
      <source>{name} has {size}. It can become about {saved} smaller.</source>
      <translation>{name} ocupa {size}. Puede ocupar unos {saved} menos.</translation>
    </message>
    <message>
      <source>{name} has {size}. There is hardly anything to save.</source>
      <translation>{name} ocupa {size}. Apenas hay nada que ahorrar.</translation>
    </message>
    <message>
      <source>{name} is a new class: {other} differs from it in capital letters alone.</source>
      <translation>{name} es una clase nueva: {other} solo se distingue de ella en las mayúsculas.</translation>
    </message>
    <message>
      <source>{name} is confused with</source>
      <translation>{name} se confunde con</translation>
    </message>
    <message>
      <source>{name} is the only class, so every image gets it, and the confidence is meaningless. Add another class.</source>
      <translation>{name} es la única clase: se asigna a todas las imágenes y la confianza no significa nada. Añadir otra clase.</translation>
    </message>
    <message>
      <source>{name} moved</source>
      <translation>Clase {name} movida</translation>
    </message>
    <message>
      <source>{name} must be a number, not {value}.</source>
      <translation>{name} debe ser un número, no {value}.</translation>
    </message>
    <message>
      <source>{name} must be at least {least}, not {value}.</source>
      <translation>{name} debe ser como mínimo {least}, no {value}.</translation>
    </message>
    <message>
      <source>{name} must be from {least} to {most}, not {value}.</source>
      <translation>{name} debe estar entre {least} y {most}, no {value}.</translation>
    </message>
    <message>
      <source>{name} must be one of {choices}, not {value}.</source>
      <translation>{name} debe ser uno de estos valores: {choices}; no {value}.</translation>
    </message>
    <message>
      <source>{name} must be yes or no, not {value}.</source>
      <translation>{name} debe ser yes (sí) o no, no {value}.</translation>
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
      <source>{name} restored</source>
      <translation>{name}: restaurado</translation>
    </message>
    <message>
      <source>{name} takes colour images: choose 3 channels.</source>
      <translation>{name} toma imágenes en color: elegir 3 canales.</translation>
    </message>
    <message>
      <source>{name} was never confused</source>
      <translation>{name} no se confundió nunca</translation>
    </message>
    <message>
      <source>{name} was removed from the project; its files stay where they are.</source>
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
      <source>{name} written to {file}</source>
      <translation>{name} se ha escrito en {file}</translation>
    </message>
    <message>
      <source>{new} differs from {name} only in capitals or in how its letters are coded. As two classes, the images of one would count as wrong for the other.</source>
      <translation>{new} solo se distingue de {name} en las mayúsculas o en la codificación de sus letras. Como clases distintas, las imágenes de una contarían como errores en la otra.</translation>
    </message>
    <message>
      <source>{number} of {total}</source>
      <translation>{number} de {total}</translation>
    </message>
    <message>
      <source>{output} is the repaired project. {original} is as it was.</source>
      <translation>{output} es el proyecto reparado. {original} está como estaba.</translation>
    </message>
    <message>
      <source>{path} already exists and is not an empty folder. Choose another location.</source>
      <translation>{path} ya existe y no es una carpeta vacía. Elegir otro lugar.</translation>
    </message>
    <message>
      <source>{path} already exists and was left as it is. Choose another name.</source>
      <translation>{path} ya existe y se dejó tal como está. Elegir otro nombre.</translation>
    </message>
    <message>
      <source>{path} already exists. Choose another name, or move it away.</source>
      <translation>{path} ya existe. Elegir otro nombre o moverlo a otro lugar.</translation>
    </message>
    <message>
      <source>{path} and {other} are the same image, labelled {one} and {two}.</source>
      <translation>{path} y {other} son la misma imagen, etiquetada como {one} y como {two}.</translation>
    </message>
    <message>
      <source>{path} appears in the table with the labels {one} and {two}. Keep one of the rows.</source>
      <translation>{path} aparece en la tabla con las etiquetas {one} y {two}. Dejar una sola de las filas.</translation>
    </message>
    <message>
      <source>{path} can no longer be written. Check its permissions and those of its folder, then try again.</source>
      <translation>Ya no se puede escribir en {path}. Revisar los permisos del archivo y los de la carpeta e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>{path} cannot be opened ({reason}). Check that it still exists, and the permissions of its folder.</source>
      <translation>No se puede abrir {path} ({reason}). Comprobar que sigue existiendo y revisar los permisos de la carpeta.</translation>
    </message>
    <message>
      <source>{path} cannot be read ({reason}). Check its permissions.</source>
      <translation>No se puede leer {path} ({reason}). Revisar los permisos.</translation>
    </message>
    <message>
      <source>{path} cannot be read, so it cannot be an example.</source>
      <translation>{path} no se puede leer, así que no puede servir de ejemplo.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}</source>
      <translation>No se puede leer {path}: {reason}</translation>
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
      <source>{path} cannot be written: {reason}. Set WORKBENCH_DATA to a folder that can be, or use one process.</source>
      <translation>No se puede escribir {path}: {reason}. Indicar en WORKBENCH_DATA una carpeta en la que se pueda escribir, o usar un solo proceso.</translation>
    </message>
    <message>
      <source>{path} contains no classes. It needs one row per class below the header row.</source>
      <translation>{path} no contiene clases. Necesita una fila por clase debajo de la fila de encabezado.</translation>
    </message>
    <message>
      <source>{path} contains no ratings.</source>
      <translation>{path} no contiene valoraciones.</translation>
    </message>
    <message>
      <source>{path} contains what this program never makes: {names}. Another program put that there, and it could do harm, so none of it was run. The file was left as it is. Open a backup of it, or remove these parts.</source>
      <translation>{path} contiene lo que este programa nunca crea: {names}. Lo puso allí otro programa y podría causar daños, así que no se ejecutó nada de ello. El archivo se dejó como está. Conviene abrir una copia de seguridad o quitar esas partes.</translation>
    </message>
    <message numerus="yes">
      <source>{path} contains {count} labels corrected by a person. Accept them first, or choose another name.</source>
      <translation>
        <numerusform>{path} contiene {count} etiqueta corregida por una persona. Aceptarla antes o elegir otro nombre.</numerusform>
        <numerusform>{path} contiene {count} etiquetas corregidas por una persona. Aceptarlas antes o elegir otro nombre.</numerusform>
      </translation>
    </message>
    <message>
      <source>{path} could not be created ({reason}). Check its folder and the free space on the disk.</source>
      <translation>No se pudo crear {path} ({reason}). Revisar la carpeta y el espacio libre del disco.</translation>
    </message>
    <message>
      <source>{path} could not be read or written ({reason}). Check that the disk is connected, then try again.</source>
      <translation>No se pudo leer o escribir {path} ({reason}). Comprobar que el disco está conectado e intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>{path} describes no class: all its cells are empty.</source>
      <translation>{path} no describe ninguna clase: todas sus celdas están vacías.</translation>
    </message>
    <message>
      <source>{path} does not have the header of a project file.</source>
      <translation>{path} no tiene el encabezado de un archivo de proyecto.</translation>
    </message>
    <message>
      <source>{path} has a second name on this disk (a hard link, as backup programs make), and changes made under one could be lost under the other, so the project is read-only. To change it, save a copy and open that.</source>
      <translation>{path} tiene un segundo nombre en este disco (un enlace duro, como los que crean los programas de copias de seguridad), y los cambios hechos con uno podrían perderse con el otro, así que el proyecto es de solo lectura. Para modificarlo, hay que guardar una copia y abrirla.</translation>
    </message>
    <message>
      <source>{path} has changed since it was imported.</source>
      <translation>{path} ha cambiado desde que se importó.</translation>
    </message>
    <message>
      <source>{path} has changes of a project that was renamed, moved or deleted while it was open. Delete it only where that project is whole without it.</source>
      <translation>{path} tiene cambios de un proyecto que cambió de nombre, se movió o se eliminó mientras estaba abierto. Solo se debe eliminar si ese proyecto está completo sin él.</translation>
    </message>
    <message>
      <source>{path} has no confidences, so those of at least {value} cannot be told apart. Accept it without a minimum, or take the table as `label` wrote it.</source>
      <translation>{path} no tiene confianzas, así que no se distinguen las de al menos {value}. Aceptar la tabla sin mínimo, o usar la que escribió `label`.</translation>
    </message>
    <message>
      <source>{path} has no trait columns. The first column names the classes, and every other column is a trait.</source>
      <translation>{path} no tiene columnas de rasgos. La primera columna nombra las clases y cada una de las demás es un rasgo.</translation>
    </message>
    <message>
      <source>{path} has to be a JSON list of trainings, each an object with the name of an approach.</source>
      <translation>{path} tiene que ser una lista JSON de entrenamientos, cada uno un objeto con el nombre de un método.</translation>
    </message>
    <message>
      <source>{path} is already an example of {name}. Remove it there first.</source>
      <translation>{path} ya es un ejemplo de {name}. Quitarlo antes de ahí.</translation>
    </message>
    <message>
      <source>{path} is being created in another window. Open it there.</source>
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
      <source>{path} is damaged ({reason}).</source>
      <translation>{path} está dañado ({reason}).</translation>
    </message>
    <message>
      <source>{path} is damaged ({reason}). Close it and open it again to see which backup to use.</source>
      <translation>{path} está dañado ({reason}). Cerrarlo y volver a abrirlo para ver qué copia de seguridad usar.</translation>
    </message>
    <message>
      <source>{path} is damaged: it is not as it was exported. Copy it anew, or export the run again.</source>
      <translation>{path} está dañado: no está como se exportó. Copiarlo otra vez o volver a exportar el entrenamiento.</translation>
    </message>
    <message>
      <source>{path} is damaged: it lacks, or has changed, {names}.</source>
      <translation>{path} está dañado: falta o ha cambiado {names}.</translation>
    </message>
    <message>
      <source>{path} is damaged: its header is not that of what is in it.</source>
      <translation>{path} está dañado: su encabezado no corresponde a su contenido.</translation>
    </message>
    <message>
      <source>{path} is damaged: row {row} of {table} has a value that is of no use there, or far too long.</source>
      <translation>{path} está dañado: la fila {row} de {table} tiene un valor que no sirve allí o es demasiado largo.</translation>
    </message>
    <message>
      <source>{path} is damaged: what it holds cannot be brought up to date ({reason}).</source>
      <translation>{path} está dañado: su contenido no se puede actualizar ({reason}).</translation>
    </message>
    <message>
      <source>{path} is damaged: {fault} Repair it into a new file, with what its newest whole backup, {backup}, has; it is left as it is.</source>
      <translation>{path} está dañado: {fault} Se puede reparar en un archivo nuevo, con lo que tiene su copia de seguridad más reciente sin daños, {backup}; el archivo queda como está.</translation>
    </message>
    <message>
      <source>{path} is damaged: {fault} Repair it into a new file; it is left as it is.</source>
      <translation>{path} está dañado: {fault} Se puede reparar en un archivo nuevo; el archivo queda como está.</translation>
    </message>
    <message>
      <source>{path} is empty.</source>
      <translation>{path} está vacío.</translation>
    </message>
    <message>
      <source>{path} is from an older version of the program. Open it once with write access.</source>
      <translation>{path} es de una versión anterior del programa. Abrirlo una vez con permiso de escritura.</translation>
    </message>
    <message>
      <source>{path} is in use by another window or command, so it is read-only for now. To change it, close the other one or wait until it finishes, then open it here again.</source>
      <translation>Otra ventana u otra orden está usando {path}, así que por ahora es de solo lectura. Para modificarlo, cerrarla o esperar a que termine, y volver a abrirlo aquí.</translation>
    </message>
    <message>
      <source>{path} is no file of a run, or its beginning is damaged. Choose one that was exported as a run.</source>
      <translation>{path} no es un archivo de entrenamiento, o su principio está dañado. Elegir uno que se haya exportado como entrenamiento.</translation>
    </message>
    <message>
      <source>{path} is no table of media as in a Camtrap DP: it needs the columns mediaID and filePath.</source>
      <translation>{path} no es una tabla de medios como la de un Camtrap DP: necesita las columnas mediaID y filePath.</translation>
    </message>
    <message>
      <source>{path} is not JSON as COCO has it: it needs lists of images, annotations and categories, each with its numbers.</source>
      <translation>{path} no es JSON como el de COCO: necesita listas images, annotations y categories, cada una con sus números.</translation>
    </message>
    <message>
      <source>{path} is not JSON.</source>
      <translation>{path} no es JSON.</translation>
    </message>
    <message>
      <source>{path} is not JSON: {reason}.</source>
      <translation>{path} no es JSON: {reason}.</translation>
    </message>
    <message>
      <source>{path} is not UTF-8 text, so its paths cannot be found. Save the table as CSV UTF-8.</source>
      <translation>{path} no es texto UTF-8, por lo que no se encuentran sus rutas. Guardar la tabla como CSV UTF-8.</translation>
    </message>
    <message>
      <source>{path} is not a file. Choose a project file.</source>
      <translation>{path} no es un archivo. Elegir un archivo de proyecto.</translation>
    </message>
    <message>
      <source>{path} is not a project file name. Choose a name that ends in {suffix}.</source>
      <translation>{path} no es un nombre de archivo de proyecto. Elegir un nombre que termine en {suffix}.</translation>
    </message>
    <message>
      <source>{path} is not a project, or is damaged ({reason}).</source>
      <translation>{path} no es un proyecto o está dañado ({reason}).</translation>
    </message>
    <message>
      <source>{path} is not a project: it has neither the header of one nor anything else that this program writes. It was left as it is.</source>
      <translation>{path} no es un proyecto: no tiene el encabezado de uno ni nada más que este programa escriba. Se dejó tal como está.</translation>
    </message>
    <message>
      <source>{path} is not a table of labels: no column {name}.</source>
      <translation>{path} no es una tabla de etiquetas: falta la columna {name}.</translation>
    </message>
    <message>
      <source>{path} is not text. Save the table as CSV UTF-8.</source>
      <translation>{path} no es texto. Conviene guardar la tabla como CSV UTF-8.</translation>
    </message>
    <message>
      <source>{path} is open in another window or command. Close it there first.</source>
      <translation>{path} está abierto en otra ventana u orden. Hay que cerrarlo allí antes.</translation>
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
      <source>{path} is the same file as a project that is open under another name. Open it by that name, or close the other one first.</source>
      <translation>{path} es el mismo archivo que un proyecto abierto con otro nombre. Abrirlo con ese nombre o cerrar antes el otro.</translation>
    </message>
    <message>
      <source>{path} is too large for a table. The limit is {size} MB.</source>
      <translation>{path} es demasiado grande para una tabla. El límite es {size} MB.</translation>
    </message>
    <message>
      <source>{path} is too large: it has more than {columns} columns or {classes} rows.</source>
      <translation>{path} es demasiado grande: tiene más de {columns} columnas o {classes} filas.</translation>
    </message>
    <message>
      <source>{path} is what is left of a backup of {name}, which was interrupted. It can be deleted.</source>
      <translation>{path} es lo que queda de una copia de seguridad de {name} que se interrumpió. Se puede borrar.</translation>
    </message>
    <message>
      <source>{path} is what is left of an export, which was interrupted. It can be deleted.</source>
      <translation>{path} es lo que queda de una exportación que se interrumpió. Se puede eliminar.</translation>
    </message>
    <message>
      <source>{path} is what is left of creating a project, which was interrupted. It can be deleted.</source>
      <translation>{path} es lo que queda de la creación de un proyecto que se interrumpió. Se puede eliminar.</translation>
    </message>
    <message>
      <source>{path} is what is left of making a project smaller, which was interrupted. It can be deleted.</source>
      <translation>{path} es lo que queda de compactar un proyecto, lo que se interrumpió. Se puede borrar.</translation>
    </message>
    <message>
      <source>{path} is what is left of repairing a project, which was interrupted. It can be deleted.</source>
      <translation>{path} es lo que queda de la reparación de un proyecto, que se interrumpió. Se puede borrar.</translation>
    </message>
    <message>
      <source>{path} is what is left of writing a file, which was interrupted. It can be deleted.</source>
      <translation>{path} es lo que queda de la escritura de un archivo, que se interrumpió. Se puede borrar.</translation>
    </message>
    <message>
      <source>{path} needs a column of files and a column of classes. Name the one {file} and the other {class_name} in its first row.</source>
      <translation>{path} necesita una columna de archivos y otra de clases. En la primera fila, poner {file} a la una y {class_name} a la otra.</translation>
    </message>
    <message>
      <source>{path} or its folder is not writable, so the project is read-only. To change it, change the permissions, or copy the file to a folder of your own.</source>
      <translation>No se puede escribir en {path} o en la carpeta que lo contiene, así que el proyecto es de solo lectura. Para modificarlo, cambiar los permisos o copiar el archivo a una carpeta propia.</translation>
    </message>
    <message>
      <source>{path} was made by a newer version of the program and was left as it is. Update the program to open it.</source>
      <translation>{path} se creó con una versión más reciente del programa y se dejó tal como está. Actualizar el programa para abrirlo.</translation>
    </message>
    <message>
      <source>{path} was made by a newer version of the program. Update it first.</source>
      <translation>{path} es de una versión más nueva del programa. Hay que actualizarlo antes.</translation>
    </message>
    <message>
      <source>{path} was moved, deleted or replaced while it was open, so this was not saved. Put the file back to continue.</source>
      <translation>El archivo {path} se movió, se borró o se reemplazó mientras estaba abierto, así que esto no se guardó. Para continuar, devolverlo a su sitio.</translation>
    </message>
    <message>
      <source>{path} was not imported: {reason}</source>
      <translation>{path} no se ha importado: {reason}</translation>
    </message>
    <message>
      <source>{path} was written by a newer version of the program. Update the program to import it.</source>
      <translation>{path} se escribió con una versión más nueva del programa. Actualizar el programa para importarlo.</translation>
    </message>
    <message>
      <source>{path}, line {line}: it has {cells} cells, and {needed} are needed.</source>
      <translation>{path}, línea {line}: tiene {cells} celdas y hacen falta {needed}.</translation>
    </message>
    <message>
      <source>{path}, line {line}: the first line must name the columns user, item and rating, and may name time. MovieLens' files are read as they are.</source>
      <translation>{path}, línea {line}: la primera línea debe nombrar las columnas user, item y rating, y puede nombrar time. Los archivos de MovieLens se leen tal como son.</translation>
    </message>
    <message>
      <source>{path}, line {line}: the path is empty.</source>
      <translation>{path}, línea {line}: la ruta está vacía.</translation>
    </message>
    <message>
      <source>{path}, line {line}: the rating must be a number, not “{cell}”.</source>
      <translation>{path}, línea {line}: la valoración debe ser un número, no «{cell}».</translation>
    </message>
    <message>
      <source>{path}, line {line}: the time must be a date or seconds since 1970, not “{cell}”.</source>
      <translation>{path}, línea {line}: el momento debe ser una fecha o los segundos desde 1970, no «{cell}».</translation>
    </message>
    <message>
      <source>{path}, line {line}: the {column} is missing.</source>
      <translation>{path}, línea {line}: falta la celda de {column}.</translation>
    </message>
    <message>
      <source>{path}, line {line}: there are more than {most} ratings.</source>
      <translation>{path}, línea {line}: hay más de {most} valoraciones.</translation>
    </message>
    <message>
      <source>{path}, line {line}: this is not a table: {reason}.</source>
      <translation>{path}, línea {line}: esto no es una tabla: {reason}.</translation>
    </message>
    <message>
      <source>{path}, line {line}: {column} is not UTF-8 text. Save the table as CSV UTF-8.</source>
      <translation>{path}, línea {line}: {column} no es texto UTF-8. Guardar la tabla como CSV UTF-8.</translation>
    </message>
    <message>
      <source>{path}, line {line}: {column} must be a number from 0 to 1, not {value}.</source>
      <translation>{path}, línea {line}: {column} debe ser un número de 0 a 1, no {value}.</translation>
    </message>
    <message>
      <source>{path}, line {line}: {name} already has a line, {before}. Keep one of them.</source>
      <translation>{path}, línea {line}: {name} ya tiene una línea, la {before}. Hay que conservar solo una de las dos.</translation>
    </message>
    <message>
      <source>{path}, line {line}: {user} rated {item} already, in line {before}. Keep one of them.</source>
      <translation>{path}, línea {line}: {user} ya valoró {item} en la línea {before}. Hay que conservar solo una de las dos.</translation>
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
      <source>{path}, row {row}: the class {name} already has a row, row {before}. Keep one of them.</source>
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
      <source>{points} ± {interval} points less</source>
      <translation>{points} ± {interval} puntos menos</translation>
    </message>
    <message>
      <source>{points} ± {interval} points more</source>
      <translation>{points} ± {interval} puntos más</translation>
    </message>
    <message>
      <source>{project} labels</source>
      <translation>Etiquetas de {project}</translation>
    </message>
    <message>
      <source>{project} photographs</source>
      <translation>Fotografías de {project}</translation>
    </message>
    <message>
      <source>{rate} episodes/s</source>
      <translation>{rate} episodios/s</translation>
    </message>
    <message numerus="yes">
      <source>{right} of {count} correct</source>
      <translation>
        <numerusform>Aciertos: {right} de {count}</numerusform>
        <numerusform>Aciertos: {right} de {count}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{right} of {count} correct after {episode} episodes; captions are predictions.</source>
      <translation>
        <numerusform>Aciertos tras {episode} episodios: {right} de {count}; el nombre es la predicción.</numerusform>
        <numerusform>Aciertos tras {episode} episodios: {right} de {count}; el nombre es la predicción.</numerusform>
      </translation>
    </message>
    <message>
      <source>{right} of {total} right ({percent})</source>
      <translation>{right} de {total} correctas ({percent})</translation>
    </message>
    <message>
      <source>{run} does not use traits and needs an example image of each class; {name} has none.</source>
      <translation>{run} no usa rasgos y necesita una imagen de ejemplo de cada clase; {name} no tiene ninguna.</translation>
    </message>
    <message>
      <source>{run} does not use traits: give a folder of examples, with one sub-folder per class.</source>
      <translation>{run} no usa rasgos: indicar una carpeta de ejemplos, con una subcarpeta por clase.</translation>
    </message>
    <message>
      <source>{run} does not use traits: {table} is ignored.</source>
      <translation>{run} no usa rasgos: {table} no se tiene en cuenta.</translation>
    </message>
    <message>
      <source>{run} was trained on images fitted to a square otherwise ({own}): its accuracy was not measured with {fit}.</source>
      <translation>{run} se entrenó con imágenes llevadas a un cuadrado de otra forma ({own}): su acierto no se midió con {fit}.</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <source>{sentence} It tells nothing apart here: every query is taken for {name}.</source>
      <translation>{sentence} Aquí no distingue nada: todas las consultas se toman por {name}.</translation>
    </message>
    <message>
      <source>{shape} × {number}, {colour}, {pattern}, {size}</source>
      <translation>{shape} × {number}, color {colour}, {pattern}, tamaño {size}</translation>
    </message>
    <message>
      <source>{size} in the project</source>
      <translation>{size} en el proyecto</translation>
    </message>
    <message>
      <source>{step} of {steps}: {title}</source>
      <translation>{step} de {steps}: {title}</translation>
    </message>
    <message>
      <source>{table} has no row for any class of the project, so nothing can be learned from it. The class names in its first column must match the folder names.</source>
      <translation>{table} no tiene ninguna fila de una clase del proyecto, así que no se puede aprender nada de ella. Los nombres de las clases de su primera columna deben coincidir con los de las carpetas.</translation>
    </message>
    <message>
      <source>{table} is now the project's table of traits, replacing {before}.</source>
      <translation>{table} es ahora la tabla de rasgos del proyecto; sustituye a {before}.</translation>
    </message>
    <message>
      <source>{table}: the digests of {damaged} of {total} rows are damaged, the rows are not (ids {ids}).</source>
      <translation>{table}: las sumas de control de {damaged} de {total} filas están dañadas; las filas no (números {ids}).</translation>
    </message>
    <message>
      <source>{table}: what has the ids {ids} lies on pages that cannot be read.</source>
      <translation>{table}: lo que tiene los números {ids} está en páginas que no se pueden leer.</translation>
    </message>
    <message>
      <source>{table}: {damaged} of {total} rows are gone or cannot be read (ids {ids}).</source>
      <translation>{table}: {damaged} de {total} filas faltan o no se pueden leer (números {ids}).</translation>
    </message>
    <message>
      <source>{table}: {damaged} of {total} rows are not as they were saved (ids {ids}).</source>
      <translation>{table}: {damaged} de {total} filas no están como se guardaron (números {ids}).</translation>
    </message>
    <message>
      <source>{table}: {damaged} of {total} rows have no digest, so that nobody can tell whether they are as they were saved (ids {ids}).</source>
      <translation>{table}: {damaged} de {total} filas no tienen suma de control, de modo que no se puede saber si están como se guardaron (números {ids}).</translation>
    </message>
    <message>
      <source>{time} of it for the test</source>
      <translation>{time} de ellos para la prueba</translation>
    </message>
    <message>
      <source>{time} of it to prepare the images, once</source>
      <translation>{time} para preparar las imágenes, una sola vez</translation>
    </message>
    <message>
      <source>{time} of {total} left</source>
      <translation>quedan {time} de {total}</translation>
    </message>
    <message>
      <source>{title} – {right} of {total} right, {before} before</source>
      <translation>{title} – {right} de {total} correctas, antes {before}</translation>
    </message>
    <message>
      <source>{title} – {right} of {total} right, {before} of {others} before</source>
      <translation>{title} – {right} de {total} correctas, antes {before} de {others}</translation>
    </message>
    <message>
      <source>{title}, query {query}: {values}</source>
      <translation>{title}, consulta {query}: {values}</translation>
    </message>
    <message numerus="yes">
      <source>{true} correct: {count} of {total} ({share})</source>
      <translation>
        <numerusform>{true}, aciertos: {count} de {total} ({share})</numerusform>
        <numerusform>{true}, aciertos: {count} de {total} ({share})</numerusform>
      </translation>
    </message>
    <message>
      <source>{true} correct: {times}</source>
      <translation>{true}, aciertos: {times}</translation>
    </message>
    <message numerus="yes">
      <source>{true} mistaken for {given}: {count} of {total} ({share})</source>
      <translation>
        <numerusform>{true} se tomó por {given}: {count} de {total} ({share})</numerusform>
        <numerusform>{true} se tomó por {given}: {count} de {total} ({share})</numerusform>
      </translation>
    </message>
    <message>
      <source>{true} mistaken for {given}: {times}</source>
      <translation>{true} se tomó por {given}: {times}</translation>
    </message>
    <message>
      <source>{unusable} If a newer version of the program saved it, update the program. Otherwise {path} is damaged: its newest backup is {backup}. It is left as it is.</source>
      <translation>{unusable} Si lo guardó una versión más reciente del programa, actualizar el programa. Si no, {path} está dañado: su copia de seguridad más reciente es {backup}. El archivo queda como está.</translation>
    </message>
    <message>
      <source>{unusable} If a newer version of the program saved it, update the program. Otherwise {path} is damaged: repair it into a new file; it is left as it is.</source>
      <translation>{unusable} Si lo guardó una versión más reciente del programa, actualizar el programa. Si no, {path} está dañado: se puede reparar en un archivo nuevo; el archivo queda como está.</translation>
    </message>
    <message>
      <source>{wanted} wanted, {unwanted} not wanted</source>
      <translation>Interesan {wanted}, no interesan {unwanted}</translation>
    </message>
    <message numerus="yes">
      <source>{way} classes with {count} examples each are to be labelled.</source>
      <translation>
        <numerusform>Se van a etiquetar {way} clases con {count} ejemplo cada una.</numerusform>
        <numerusform>Se van a etiquetar {way} clases con {count} ejemplos cada una.</numerusform>
      </translation>
    </message>
    <message>
      <source>{way} classes, {episodes} episodes; the dashed line is chance.</source>
      <translation>{way} clases, {episodes} episodios; la línea discontinua es el azar.</translation>
    </message>
    <message>
      <source>{way} classes, {shot} ex.</source>
      <translation>{way} clases, {shot} ej.</translation>
    </message>
    <message>
      <source>{what} beats the best baseline ({baseline}) by {points} ± {interval} points.</source>
      <translation>{what} supera a la mejor referencia ({baseline}) por {points} ± {interval} puntos.</translation>
    </message>
    <message numerus="yes">
      <source>{what} gains nothing clear from its {count} steps: {before} % before, {after} % after.</source>
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
      <source>{what} goes from {before} % before adapting to {after} % after {count} steps ({milliseconds} ms); most of the gain is reached after {enough}.</source>
      <translation>
        <numerusform>{what} pasa del {before} % antes de adaptarse al {after} % tras {count} paso ({milliseconds} ms); la mayor parte de la mejora se alcanza tras {enough}.</numerusform>
        <numerusform>{what} pasa del {before} % antes de adaptarse al {after} % tras {count} pasos ({milliseconds} ms); la mayor parte de la mejora se alcanza tras {enough}.</numerusform>
      </translation>
    </message>
    <message>
      <source>{what} has nothing to be compared with: a baseline shows what learning adds.</source>
      <translation>{what} no tiene con qué compararse: una referencia muestra qué aporta aprender.</translation>
    </message>
    <message>
      <source>{what} is less accurate than chance at every number of examples tested.</source>
      <translation>{what} acierta menos que el azar con todos los números de ejemplos probados.</translation>
    </message>
    <message>
      <source>{what} is not clearly better than chance with any number of examples tested.</source>
      <translation>{what} no es claramente mejor que el azar con ningún número de ejemplos probado.</translation>
    </message>
    <message>
      <source>{what} is not clearly more or less accurate than {other} (difference {points} ± {interval} points).</source>
      <translation>El acierto de {what} no está claramente por encima ni por debajo del de {other} (diferencia: {points} ± {interval} puntos).</translation>
    </message>
    <message>
      <source>{what} is {points} ± {interval} points less accurate than {other}.</source>
      <translation>El acierto de {what} está {points} ± {interval} puntos por debajo del de {other}.</translation>
    </message>
    <message>
      <source>{what} is {points} ± {interval} points more accurate than {other}.</source>
      <translation>El acierto de {what} está {points} ± {interval} puntos por encima del de {other}.</translation>
    </message>
    <message>
      <source>{what} needs at least one example per class. Only zero-shot learning, which reads a table of traits, works without.</source>
      <translation>{what} necesita al menos un ejemplo por clase. Solo el aprendizaje sin ejemplos, que lee una tabla de rasgos, puede prescindir de ellos.</translation>
    </message>
    <message numerus="yes">
      <source>{what} was tested with {count} examples per class only, so nothing is known about more.</source>
      <translation>
        <numerusform>{what} solo se ha probado con {count} ejemplo por clase, así que no se sabe nada de más.</numerusform>
        <numerusform>{what} solo se ha probado con {count} ejemplos por clase, así que no se sabe nada de más.</numerusform>
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
      <source>{what}: choosing by validation classes</source>
      <translation>{what}: elección con las clases de validación</translation>
    </message>
    <message>
      <source>{what}: one training, so what another seed would give is unknown.</source>
      <translation>{what}: un solo entrenamiento, así que se desconoce qué daría otra semilla.</translation>
    </message>
    <message>
      <source>{what}: {accuracy} accuracy.</source>
      <translation>{what}: {accuracy} de acierto.</translation>
    </message>
    <message>
      <source>{what}: {accuracy} ± {interval} %, {points} ± {by} points above the best simple baseline, {baseline}.</source>
      <translation>{what}: {accuracy} ± {interval} %, {points} ± {by} puntos por encima de la mejor referencia sencilla, {baseline}.</translation>
    </message>
    <message>
      <source>{what}: {accuracy} ± {interval} %. It was better on the validation classes, but on the test classes it is not clearly better than the best simple baseline, {baseline} (difference {points} ± {by} points).</source>
      <translation>{what}: {accuracy} ± {interval} %. Era mejor en las clases de validación, pero en las de prueba no supera claramente a la mejor referencia sencilla, {baseline} (diferencia de {points} ± {by} puntos).</translation>
    </message>
    <message>
      <source>{what}: {done} of {total} episodes</source>
      <translation>{what}: {done} de {total} episodios</translation>
    </message>
    <message>
      <source>{what}: {least} examples per class are as good as {most}; more add nothing clear.</source>
      <translation>{what}: con {least} ejemplos por clase acierta tanto como con {most}; más no aportan nada claro.</translation>
    </message>
    <message>
      <source>{what}: {least} of {most} examples per class are nearly enough; the rest add {points} points.</source>
      <translation>{what}: {least} de {most} ejemplos por clase casi bastan; los demás aportan {points} puntos.</translation>
    </message>
    <message>
      <source>{what}: {points} points more with {enough} examples per class than with {least}; up to {most}, another {more}.</source>
      <translation>{what}: {points} puntos más con {enough} ejemplos por clase que con {least}; hasta {most}, otros {more}.</translation>
    </message>
    <message>
      <source>{what}: {points} points more with {most} examples per class than with {least}, {more} of them after {before}: more examples still help.</source>
      <translation>{what}: {points} puntos más con {most} ejemplos por clase que con {least}, {more} de ellos a partir de {before}: más ejemplos aún ayudan.</translation>
    </message>
    <message>
      <source>{what}: {points} points more with {most} examples per class than with {least}; too few episodes or classes to tell whether those after {before} help.</source>
      <translation>{what}: {points} puntos más con {most} ejemplos por clase que con {least}; hay muy pocos episodios o clases para saber si los que siguen a {before} ayudan.</translation>
    </message>
    <message>
      <source>{what}: {value}</source>
      <translation>{what}: {value}</translation>
    </message>
    <message>
      <source>{where}, {what} reaches {accuracy} ± {interval} % accuracy when telling {way} classes apart with {examples}; chance is {chance} %.</source>
      <translation>{where}, {what} alcanza un {accuracy} ± {interval} % de acierto al distinguir {way} clases con {examples}; al azar sería el {chance} %.</translation>
    </message>
    <message>
      <source>{width} × {height} pixels</source>
      <translation>{width} × {height} píxeles</translation>
    </message>
    <message>
      <source>{words}: {share} of what speaks for {name}</source>
      <translation>{words}: {share} de lo que habla a favor de {name}</translation>
    </message>
    <message>
      <source>± {episodes} over episodes, ± {classes} over which classes were drawn</source>
      <translation>± {episodes} según los episodios, ± {classes} según las clases que tocaron</translation>
    </message>
    <message>
      <source>± {points} points</source>
      <translation>± {points} puntos</translation>
    </message>
    <message>
      <source>“{words}” is on no page of the guide.</source>
      <translation>«{words}» no aparece en ninguna página de la guía.</translation>
    </message>
  </context>
</TS>
