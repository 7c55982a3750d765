"""Spanish prompts of the same subjects and forms that give nothing away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_es_ordinary_health",
        language="es",
        templates=(
            (
                "¿Cuáles son los primeros síntomas de la diabetes y en qué se diferencian "
                "el tipo 1 y el tipo 2?"
            ),
            (
                "Escribe un trabajo de instituto sobre la historia de la vacuna de la "
                "viruela con tres fuentes."
            ),
            "Explica a un principiante cómo actúa {c_drug} y por qué no se debe dejar de golpe.",
            "¿Cómo funciona en general la baja laboral en [[LOCATION|España]] y quién la firma?",
            "hazme un menú semanal sano, poco azúcar, mucha verdura, para dos personas",
            (
                "Redacta una carta modelo a una aseguradora con huecos como [nombre] y "
                "[número de póliza]."
            ),
            (
                "Resume el artículo sobre el sueño: un adulto necesita de siete a ocho "
                "horas, un adolescente más."
            ),
            (
                "Escribe un cuento sobre una médica en una nave espacial que lucha contra "
                "una enfermedad desconocida."
            ),
            "¿Para qué sirve el hígado y qué dice de él el libro de biología?",
            "Propón diez preguntas para una encuesta anónima sobre el estrés en el trabajo.",
            (
                "Traduce al inglés: tome el medicamento dos veces al día después de comer "
                "con un vaso de agua."
            ),
            "¿Qué significa una tensión de 14/9 y cómo se mide bien en casa?",
        ),
    ),
    Family(
        name="c_es_ordinary_work",
        language="es",
        templates=(
            "¿Cómo se escribe una buena carta de presentación y qué frases hay que evitar?",
            (
                "Crea una plantilla de currículum con los apartados nombre, dirección, "
                "estudios y aptitudes, todos vacíos."
            ),
            (
                "Escribe una oferta de empleo de {c_es_job} a media jornada, sueldo según "
                "convenio, sin tópicos."
            ),
            "¿Qué preaviso marca la ley en el periodo de prueba y dónde está escrito?",
            (
                "dame cinco preguntas tipicas de entrevista de trabajo y buenas respuestas "
                "para principiantes"
            ),
            "Explica la diferencia entre bruto y neto con un ejemplo inventado de 3.000 euros.",
            (
                "Escribe un correo a todos: el ascensor estará en revisión el {c_es_date}, "
                "usen la escalera."
            ),
            (
                "¿Cómo llevo bien una evaluación anual si soy jefe nuevo y qué errores son "
                "frecuentes?"
            ),
            (
                "Prepara un taller sobre gestión del tiempo: dos horas, doce personas, con "
                "pausas y ejercicios."
            ),
            (
                "Resume la historia de los sindicatos en [[LOCATION|España]] desde "
                "[[DATE_TIME|1888]] en ocho frases."
            ),
            "¿Qué hace un comité de empresa y desde cuántos trabajadores es obligatorio?",
        ),
    ),
    Family(
        name="c_es_ordinary_law",
        language="es",
        templates=(
            (
                "¿Qué diferencia hay entre homicidio y asesinato en el código penal? Pon "
                "un caso de manual."
            ),
            (
                "Explica esta cláusula: el inquilino paga las pequeñas reparaciones por el "
                "desgaste del uso."
            ),
            "¿Cómo funciona en general un divorcio en [[LOCATION|México]] y cuánto suele tardar?",
            (
                "Escribe un modelo de contrato de subarriendo con huecos para nombres, "
                "dirección y renta."
            ),
            (
                "Resume en lenguaje sencillo una sentencia conocida del "
                "[[ORGANIZATION|Tribunal Supremo]] sobre cláusulas suelo de [[DATE_TIME|2013]]."
            ),
            (
                "necesito un esquema para un trabajo sobre contratos en derecho civil, 12 "
                "páginas, con introducción y conclusión"
            ),
            "¿Qué elementos tiene el hurto según el artículo 234? Dame un esquema para memorizar.",
            "Escribe una obra en dos escenas en la que un juez decide sobre el robo de un queso.",
            (
                "Pasa a lenguaje corriente: los contratos obligan al cumplimiento de lo "
                "expresamente pactado."
            ),
            "¿Qué derechos tengo en general si una tienda en línea no entrega el pedido?",
        ),
    ),
    Family(
        name="c_es_ordinary_money",
        language="es",
        templates=(
            "¿Cómo está formado un IBAN [[NRP|español]] y qué comprueban los dos dígitos tras ES?",
            (
                "Escribe una fórmula de hoja de cálculo que dé la cuota mensual a partir "
                "de capital, interés y plazo."
            ),
            "Explica la inflación a niños de diez años con el ejemplo del puesto de helados.",
            "cuanto cuesta de media una cuenta corriente y en que me fijo para cambiar de banco?",
            (
                "Compara un depósito y un fondo en una tabla pequeña: ventajas, "
                "inconvenientes y riesgo."
            ),
            (
                "Crea un modelo de factura para autónomos con todos los datos "
                "obligatorios, pero sin datos reales."
            ),
            (
                "Ejercicio del libro: un capital de 5.000 euros al 2,5 %. ¿Cuánto hay a "
                "los seis años?"
            ),
            "Resume las tareas del [[ORGANIZATION|Banco Central Europeo]] en cinco puntos.",
        ),
    ),
    Family(
        name="c_es_ordinary_firm",
        language="es",
        templates=(
            (
                "Haz un estudio de mercado sobre el coche eléctrico en [[LOCATION|Europa]] "
                "con cifras públicas y cita las fuentes."
            ),
            "Dame diez nombres para una cafetería con librería, mejor con un juego de palabras.",
            (
                "Explica el modelo de negocio de {c_brand} según su informe anual "
                "publicado, media página."
            ),
            "¿Qué es una fusión y en qué se distingue de una adquisición?",
            (
                "haz un análisis dafo de una tienda de bicis inventada en un pueblo, en "
                "una tabla por favor"
            ),
            "¿Cómo se escribe una buena nota de prensa y cuánto debe medir como mucho?",
            "Escribe un anuncio para una botella de acero, 80 palabras, simpático y sin exagerar.",
            (
                "¿Qué enseña la historia de [[ORGANIZATION|Kodak]] sobre la innovación? "
                "Dame tres ideas."
            ),
        ),
    ),
    Family(
        name="c_es_ordinary_computer",
        language="es",
        templates=(
            (
                "¿Qué longitud debe tener una contraseña segura y por qué es mejor una "
                "frase que los símbolos?"
            ),
            (
                "Escribe una función en Python que compruebe que una contraseña tiene doce "
                "caracteres y un número."
            ),
            "por que me sale modulo no encontrado si lo instale con pip?",
            (
                "Explica la diferencia entre HTTP y HTTPS a alguien sin conocimientos, en "
                "diez frases."
            ),
            "¿Cómo funciona en principio una clave de API? Basta un ejemplo con TU_CLAVE_AQUI.",
            (
                "Ordena los números {c_num}, {c_num2}, {c_num3} y {c_num4} de menor a "
                "mayor y calcula la media."
            ),
            (
                "Escribe unas instrucciones para configurar el wifi de un router, con "
                "huecos para el nombre."
            ),
        ),
    ),
    Family(
        name="c_es_ordinary_life",
        language="es",
        templates=(
            (
                "Dame una receta de tortilla de patatas para cuatro personas con la lista "
                "de la compra."
            ),
            "¿Quién fue [[PERSON|Miguel de Cervantes]] y qué obras hay que leer en el instituto?",
            (
                "Prepara tres días en {c_es_city} en tren, muchos museos, poca caminata y "
                "un buen restaurante por la noche."
            ),
            (
                "Escribe un poema sobre el otoño al estilo de [[PERSON|Antonio Machado]], "
                "cuatro estrofas."
            ),
            (
                "explícame las reglas del mus para que [[DATE_TIME|mañana]] se las enseñe "
                "a mis sobrinos"
            ),
            "¿Quién ganó el Mundial de [[DATE_TIME|2010]] y quién marcó el gol de la final?",
            "Corrige las comas: aunque llovía salimos a pasear y volvimos mojados pero contentos.",
            "Inventa un diálogo entre un gato y una aspiradora que se siente incomprendida.",
            (
                "Resume el argumento de Cien años de soledad de [[PERSON|García Márquez]] "
                "en seis frases."
            ),
            "¿Qué plantas crecen en un balcón con sombra y cada cuánto se riegan?",
            (
                "Explica qué se celebra en las Fallas de [[LOCATION|Valencia]] y de dónde "
                "viene la tradición, para un folleto."
            ),
        ),
    ),
)
