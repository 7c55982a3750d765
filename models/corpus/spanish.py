"""Spanish prompts that give something private away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_es_health",
        categories=(
            "health",
            "personal",
        ),
        language="es",
        templates=(
            (
                "A mi madre {first} le han diagnosticado {c_es_ill} {c_es_when}. [[No "
                "quiere que lo sepa mi padre]]. ¿Cómo puedo ayudarla?"
            ),
            (
                "Tengo {c_age} años, {c_es_ill} y tomo {c_drug} desde {c_es_month}. [[En "
                "el trabajo no lo saben]]. ¿Debo contarlo?"
            ),
            (
                "Paciente {name}, nacida el {c_es_dob}, ingresada el {c_es_date} por "
                "{c_es_ill}, en tratamiento con {c_drug}. Redacta el informe para el "
                "{c_es_title} {last}."
            ),
            (
                "mi hijo {first} tiene {c_kid} anos y {c_es_ill}, y el colegio [[no lo "
                "quiere llevar a la excursion]]. escribeme una carta para la directora"
            ),
            (
                "Salí del {c_es_org} {c_es_when} y el informe dice {c_es_ill}. [[No he "
                "dejado de llorar]]. ¿Qué me espera ahora?"
            ),
            (
                "Escribe una reclamación al {c_es_org}, expediente {c_account}, de {name}: "
                "denegada la baja por {c_es_ill} el {c_es_date}."
            ),
            (
                "Mi marido volvió a beber en {c_es_month} y [[[[DATE_TIME|anoche]] rompió "
                "la puerta delante de los niños]]. Soy {name} y no sé qué hacer."
            ),
            (
                "Resume la evolución: {name}, {c_age} años, {c_es_ill}, {c_drug} retirado "
                "el {c_es_date}, [[dos recaídas]]."
            ),
            (
                "he tenido [[un aborto]] {c_es_when} y mi novio {first} hace como si nada. "
                "cómo saco el tema?"
            ),
            (
                "Traduce al inglés: la señora {last}, nacida el {c_es_dob}, padece "
                "{c_es_ill} y está de baja hasta el {c_es_date}."
            ),
            (
                "Nuestra residente {name}, habitación {c_small}, [[se cayó dos veces "
                "[[DATE_TIME|anoche]]]] y toma {c_drug}. Redacta el parte."
            ),
            (
                "Mi psicóloga, la {c_es_title} {last}, cree que es {c_es_ill}. [[Le he "
                "ocultado que me corto]]. ¿Cómo se lo digo?"
            ),
        ),
    ),
    Family(
        name="c_es_work",
        categories=(
            "employment",
            "personal",
        ),
        language="es",
        templates=(
            (
                "Redacta una amonestación para {name}, número {c_account}, [[tres retrasos "
                "en]] {c_es_month}, almacén de {c_es_city}."
            ),
            (
                "Carta de recomendación para {name}, nacido el {c_es_dob}, {c_es_job} en "
                "{company} del {c_es_date} al {c_es_date2}, [[se fue tras una pelea]]."
            ),
            (
                "{first}, de mi equipo, [[está embarazada y solo me lo ha dicho a mí]]. "
                "¿Cuándo debo avisar a recursos humanos?"
            ),
            (
                "Gano {c_euros} brutos como {c_es_job} en {company} y mi compañera {name} "
                "gana {c_euros2}. ¿Cómo negocio?"
            ),
            (
                "hazme un curriculum con esto: {name}, {c_es_address}, {c_email}, "
                "{c_es_phone}, {c_es_job}, ultimo puesto en {company}, {c_es_city}"
            ),
            (
                "Carta de despido para {name}, {c_es_address}, con efecto el {c_es_date}, "
                "motivo: [[faltas repetidas por enfermedad]]."
            ),
            (
                "Mi jefe, {c_es_title} {last}, [[me tocó en la cena de Navidad]]. ¿Acudo "
                "al comité de {company}?"
            ),
            (
                "Lista de salarios: {name} {c_euros}, {other} {c_euros2}, {third} "
                "{c_euros3}. Calcula una subida del tres por ciento."
            ),
            (
                "Acta de la entrevista con {name}, {c_es_date}: [[no supera el periodo de "
                "prueba]]. Suaviza el tono."
            ),
            (
                "Solicitud: me llamo {name}, tengo {c_age} años, soy {c_es_nrp}, vivo en "
                "{c_es_city} y quiero entrar en {c_es_org}. Mi móvil es {c_es_phone}."
            ),
            (
                "¿Cómo le digo a {first} {last} que [[su puesto desaparece en "
                "[[DATE_TIME|enero]]]]? Tiene {c_age} años y dos hijos."
            ),
        ),
    ),
    Family(
        name="c_es_law",
        categories=(
            "legal",
            "personal",
        ),
        language="es",
        templates=(
            (
                "Me ha llegado una citación del {c_es_org}, procedimiento {c_case}: {name} "
                "me denuncia por [[lesiones]]. ¿Qué contesto?"
            ),
            (
                "Mi casero {name}, {c_es_address}, [[no me devuelve la fianza de]] "
                "{c_euros}. Redacta un burofax."
            ),
            (
                "Nuestro cliente {name} reconoce [[haber falseado las facturas]]. Propón "
                "una estrategia para la vista del {c_es_date}."
            ),
            (
                "Me divorcio de {first} tras doce años, [[quiere quedarse la casa de]] "
                "{c_es_city} y la custodia. ¿Qué me corresponde?"
            ),
            (
                "mi hermana {name} [[ha vaciado la cuenta de nuestra madre]], faltan "
                "{c_euros}. la denuncio?"
            ),
            (
                "Contrato de alquiler entre {name} ({c_es_address}) y {other}, DNI "
                "{c_es_nif}, renta {c_euros} desde el {c_es_date}. Revisa las cláusulas."
            ),
            (
                "Solicitud de asilo de {name}, de [[LOCATION|Venezuela]], llegado el "
                "{c_es_date}, [[su hermano está preso]]. Mejora la redacción."
            ),
            (
                "Testamento: yo, {name}, nacido el {c_es_dob} en {c_es_city}, dejo [[mi "
                "piso]] a mi sobrina {other}. ¿Es válido?"
            ),
            (
                "Multa {c_case}, matrícula {c_european_plate}, conducía [[mi hermano]] "
                "{first}. ¿Cómo presento el recurso?"
            ),
            (
                "Declaración de {name}: [[dice que vio]] a {other} romper el escaparate el "
                "{c_es_date} en {c_es_city}. Acórtala."
            ),
        ),
    ),
    Family(
        name="c_es_money",
        categories=(
            "payment",
            "personal",
        ),
        language="es",
        templates=(
            (
                "Transferencia de {c_euros} a {name}, IBAN {c_iban}, alquiler de "
                "{c_es_month}. Escribe además un correo a {c_email}."
            ),
            (
                "me han cobrado {c_euros} en la tarjeta {c_card} {c_es_when} en "
                "{c_es_city} y no fui yo. que le digo al banco?"
            ),
            (
                "Declaración de {name}, DNI {c_es_nif}, ingresos {c_euros}, [[pensión a mi "
                "exmujer]] {c_euros2}. ¿En qué casilla va?"
            ),
            (
                "Debo {c_euros} a {c_es_org} y [[ya me han embargado la nómina]]. Soy "
                "{name}. Pide un aplazamiento por mí."
            ),
            (
                "Factura a {name}, {c_es_address}, cliente {c_account}, importe {c_euros}, "
                "cuenta {c_iban}. Corrige las faltas."
            ),
            (
                "Titular {name}, {c_iban}, saldo {c_euros}, [[en números rojos desde hace "
                "un año]]. Hazme un presupuesto."
            ),
            "DNI {c_es_nif}, {name}, nacida el {c_es_dob}: ¿a qué edad me puedo jubilar?",
            (
                "Ordena los movimientos: {c_es_date} {other} {c_euros}; {c_es_date2} "
                "{company} {c_euros2}; cuenta {c_iban}."
            ),
        ),
    ),
    Family(
        name="c_es_firm",
        categories=("corporate",),
        language="es",
        templates=(
            (
                "Confidencial: {company} [[comprará en primavera]] {c_firm} por {c_euros}. "
                "Redacta la nota para el consejo."
            ),
            (
                "Nuestras ventas de {c_es_month} cayeron [[a]] {c_euros} y [[ningún "
                "inversor lo sabe]]. ¿Cómo se lo explicamos al banco?"
            ),
            (
                "Resume: proyecto Águila, [[cierre de la planta de]] {c_es_city}, 240 "
                "puestos, anuncio el {c_es_date}, silencio hasta entonces."
            ),
            (
                "Negociamos con {company} [[un precio de]] {c_euros} por unidad, mínimo "
                "{c_euros2}. Prepara la oferta."
            ),
            (
                "Clientes de {c_firm}: {company}, contacto {name}, {c_email}, volumen "
                "{c_euros}. Haz una tabla."
            ),
            (
                "nuestro producto nuevo [[sale en]] {c_es_month} [[con batería sin "
                "cobalto]], la patente aún no está registrada. escribe un pitch para {c_es_org}"
            ),
            (
                "Nota interna: [[la retirada cuesta]] {c_euros}, {c_es_title} {last} "
                "quiere callarlo hasta las elecciones. Hazla más neutra."
            ),
            "¿Qué respondemos a {company} si preguntan por qué [[no renovamos el contrato]]?",
        ),
    ),
    Family(
        name="c_es_secret",
        categories=("credentials",),
        language="es",
        templates=(
            "Mi contraseña de {c_brand} es {password}, usuario {c_user}. ¿Por qué no entro?",
            (
                "Acceso al servidor {c_ip}: {c_user} / {password}. Escribe unas "
                "instrucciones para {first}."
            ),
            (
                "el pin de mi tarjeta es {pin} y siempre se me olvida, tienes un truco "
                "para recordarlo?"
            ),
            "Wifi de casa: clave {password}. Haz un cartel bonito para los invitados.",
            "¿Por qué me da un 401? Mi clave es {key} y la dirección {c_url}.",
            (
                "Traduce el correo: Hola {first}, la nueva contraseña es {password}, "
                "cámbiala al entrar."
            ),
            (
                "La alarma de la oficina de {c_es_city} tiene el código {pin}. Escribe un "
                "aviso para la limpieza."
            ),
        ),
    ),
    Family(
        name="c_es_private",
        categories=("personal",),
        language="es",
        templates=(
            (
                "Me llamo {name}, vivo en {c_es_address}, tel. {c_es_phone}. Escribe una "
                "queja al {c_es_org}."
            ),
            (
                "Mi ex {name} me escribe sin parar desde el {c_es_phone} y [[me espera en "
                "el portal]], {c_es_address}. ¿Qué hago?"
            ),
            (
                "Invitación a los cuarenta de {first}, {c_es_date}, en casa, "
                "{c_es_address}, confirmar a {c_email}."
            ),
            (
                "Rellena el formulario: nombre {name}, nacida el {c_es_dob} en "
                "{c_es_city}, nacionalidad {c_es_nrp}, pasaporte {c_passport}."
            ),
            (
                "[[soy gay y mis padres no lo saben]], son muy {c_es_nrp}. tengo {c_age} "
                "años y vivo con ellos en {c_es_city}"
            ),
            "mi novia {first} [[me engana con]] {other}, he leido sus mensajes. se lo digo?",
            (
                "Contactos de la clase: {name} {c_es_phone}, {other} {c_email}, {third} "
                "{c_es_phone2}. Ordena por apellido."
            ),
            (
                "Discurso para mi padre {name}, nacido el {c_es_dob}, muerto {c_es_when} "
                "en {c_es_city}, [[no nos hablábamos]]."
            ),
            (
                "Carta a servicios sociales: los vecinos de {c_es_address} [[pegan a su "
                "hija]] {first}, de {c_kid} años. ¿Cómo lo cuento sin exagerar?"
            ),
            (
                "Preséntame: {name}, {c_age} años, {c_es_job} de {c_es_city}, [[madre "
                "soltera]], correo {c_email}."
            ),
            (
                "Mis datos para el contrato: {name}, {c_es_address}, {c_es_nif}, {c_iban}. "
                "Completa la plantilla."
            ),
        ),
    ),
)
