"""Harmless logs, tables and code full of numbers and field names, without a single value."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_log_and_data_numbers",
        form="document",
        templates=(
            (
                "[INFO] step {c_four}/{c_five} loss={c_decimal} lr=3e-4 tok/s={c_num}\n"
                "[INFO] step {c_four2}/{c_five} loss={c_decimal2} lr=3e-4 tok/s={c_num2}\n"
                "[WARN] gradient norm {c_decimal3} clipped"
            ),
            (
                "id,part,qty,weight\n"
                "{c_five},{c_part},{c_small},{c_decimal}\n"
                "{c_five2},{c_part2},{c_small2},{c_decimal2}\n"
                "{c_five3},{c_part3},{c_small3},{c_decimal3}"
            ),
            (
                "$ pytest -q\n"
                "........F....s...\n"
                "1 failed, {c_small} passed, 1 skipped in {c_decimal}s\n"
                "exit code 1"
            ),
            (
                "goroutine {c_small} [running]:\n"
                "main.parse(0xc000{c_six}, 0x{c_small})\n"
                "\t/src/parse.go:{c_small2} +0x1d4\n"
                "exit status 2"
            ),
            (
                "PASS bench_sort_{c_small}k    {c_num} ns/op    {c_small2} allocs/op\n"
                "PASS bench_hash_{c_small}k    {c_num2} ns/op    {c_small3} allocs/op\n"
                "FAIL bench_join             timeout after {c_small} s"
            ),
            (
                '{"id": {c_eight}, "sku": "{c_part}", "price": {c_decimal}, "stock": '
                '{c_small}, "tags": ["zinc", "m8"]}\n'
                '{"id": {c_eight2}, "sku": "{c_part2}", "price": {c_decimal2}, "stock": '
                '{c_small2}, "tags": []}'
            ),
            (
                "commit 1f7a7a472abf3dd9643fd615f6da379c4acb3e3a\n"
                " 3 files changed, {c_small} insertions(+), {c_small2} deletions(-)\n"
                " index 83db48f..bf269f4 100644\n"
                "@@ -{c_small},7 +{c_small},9 @@"
            ),
            (
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  "
                "data.tar.gz\n"
                "md5:098f6bcd4621d373cade4e832627b4f6  data.txt\n"
                "size {c_nine} bytes"
            ),
            (
                "| planet | radius (km) | day (h) |\n"
                "|---|---|---|\n"
                "| Mercury | 2439.7 | 1407.6 |\n"
                "| Venus | 6051.8 | 5832.5 |\n"
                "| Mars | 3389.5 | 24.6 |"
            ),
            (
                "kernel: [{c_five}.{c_six}] usb 1-{c_small}: new high-speed USB device "
                "number {c_small2}\n"
                "kernel: [{c_five}.{c_six2}] usb 1-{c_small}: idVendor=0781, idProduct=5583"
            ),
            (
                "Traceback (most recent call last):\n"
                '  File "run.py", line {c_small}, in <module>\n'
                "    total = sum(values[{c_num}:])\n"
                "ValueError: expected {c_small2} values, got {c_small3}"
            ),
            (
                "SENSOR;T;RH;P\n"
                "S{c_small};{c_decimal};{c_small2};1013.{c_small3}\n"
                "S{c_small2};{c_decimal2};{c_small3};1009.{c_small}"
            ),
            ("Round 1: 14 - 11\nRound 2: 9 - 15\nRound 3: {c_small} - {c_small2}\nTotal: {c_num}"),
            (
                "BOM rev {c_version}\n"
                "10x R0603 4k7 1% ({c_part})\n"
                "4x C0805 100n X7R ({c_part2})\n"
                "1x STM32F103C8T6 ({c_part3})"
            ),
            (
                '<svg width="{c_small}0" height="{c_small2}0" viewBox="0 0 24 24">\n'
                '<path d="M12 2L2 7l10 5 10-5-10-5z" fill="#{c_six}"/>\n'
                "</svg>"
            ),
            (
                "model,acc,f1,params\n"
                "base,0.8{c_small},0.7{c_small2},{c_nine}\n"
                "large,0.9{c_small3},0.8{c_small},{c_ten}"
            ),
            (
                "set_property PACKAGE_PIN W{c_small} [get_ports clk]\n"
                "create_clock -period 10.000 -waveform 0.000 5.000 [get_ports clk]\n"
                "WARNING: [DRC {c_small}-{c_small2}] timing not met by {c_decimal} ns"
            ),
            (
                "0000000 7f 45 4c 46 02 01 01 00 00 00 00 00 00 00 00 00\n"
                "0000010 03 00 3e 00 01 00 00 00 {c_small} {c_small2} 00 00 00 00 00 00"
            ),
            (
                "Exercise 4\n"
                "a) {c_num} : {c_small} =\n"
                "b) {c_num2} - {c_num3} =\n"
                "c) 3/4 + {c_small}/8 =\n"
                "d) {c_decimal} x {c_small2} ="
            ),
            (
                "nmap: {c_small} hosts up, ports 22, 80, 443, {c_four} open\n"
                "Not shown: {c_num} closed ports\n"
                "done: scanned in {c_decimal} seconds"
            ),
            (
                "%PDF-1.7\n"
                "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                "xref 0 {c_small}\n"
                "0000000017 00000 n\n"
                "trailer << /Size {c_small} >>"
            ),
        ),
    ),
    Family(
        name="c_code_without_values",
        form="document",
        templates=(
            (
                "class User(BaseModel):\n"
                "    name: str\n"
                "    email: EmailStr\n"
                "    password: SecretStr\n"
                "    phone: str | None = None\n"
                "    address: Address"
            ),
            (
                "def send_mail(to, subject, body):\n"
                "    if not to:\n"
                '        raise ValueError("no address")\n'
                "    smtp.sendmail(sender, to, message(subject, body))"
            ),
            (
                "const user = { name, email, phone };\n"
                'if (!user.email) throw new Error("email missing");\n'
                'await db.insert("users", user);'
            ),
            (
                "CREATE TABLE customers (\n"
                "  id BIGINT PRIMARY KEY,\n"
                "  name VARCHAR(80) NOT NULL,\n"
                "  email VARCHAR(120) UNIQUE,\n"
                "  ssn CHAR(11),\n"
                "  birth_date DATE,\n"
                "  password_hash TEXT\n"
                ");"
            ),
            (
                "SELECT name, address, phone FROM customers WHERE city = ? ORDER BY "
                "last_name LIMIT {c_small};"
            ),
            (
                '<form method="post">\n'
                '  <label>Name <input name="name" required></label>\n'
                '  <label>Password <input type="password" name="password"></label>\n'
                "  <button>Sign in</button>\n"
                "</form>"
            ),
            (
                "public record Patient(String name, LocalDate birthDate, String mrn) {\n"
                "    public Patient {\n"
                "        Objects.requireNonNull(name);\n"
                "    }\n"
                "}"
            ),
            (
                "type Account struct {\n"
                '\tNumber  string `json:"number"`\n'
                '\tOwner   string `json:"owner"`\n'
                '\tBalance int64  `json:"balance"`\n'
                "}"
            ),
            (
                "fn login(user: &str, password: &str) -> Result<Session, AuthError> {\n"
                "    let account = accounts.find(user)?;\n"
                "    account.verify(password)\n"
                "}"
            ),
            (
                'user = os.environ["DB_USER"]\n'
                'password = os.environ["DB_PASSWORD"]\n'
                "conn = psycopg.connect(user=user, password=password, host=host, port=5432)"
            ),
            (
                "$name = $_POST['name'];\n"
                "$email = filter_var($_POST['email'], FILTER_VALIDATE_EMAIL);\n"
                "if (!$email) { http_response_code(422); }"
            ),
            (
                "struct person {\n"
                "    char name[64];\n"
                "    char phone[16];\n"
                "    int age;\n"
                "};\n"
                'printf("%s is %d years old\\n", p->name, p->age);'
            ),
            (
                "validates :email, presence: true, uniqueness: true\n"
                "has_secure_password\n"
                "before_save { self.email = email.downcase }"
            ),
            (
                "api_key: ${API_KEY}\n"
                "database:\n"
                "  user: ${DB_USER}\n"
                "  password: ${DB_PASSWORD}\n"
                "  port: 5432"
            ),
            (
                "interface Address {\n"
                "  street: string;\n"
                "  zip: string;\n"
                "  city: string;\n"
                "  country?: string;\n"
                "}\n"
                "const format = (a: Address) => `${a.street}, ${a.zip} ${a.city}`;"
            ),
            (
                "data class Contact(val name: String, val phone: String, val iban: String?)\n"
                "fun Contact.masked() = copy(iban = iban?.takeLast(4))"
            ),
            (
                "import re\n"
                'SSN = re.compile(r"\\b\\d{3}-\\d{2}-\\d{4}\\b")\n'
                "def mask(text):\n"
                '    return SSN.sub("***-**-****", text)'
            ),
            (
                'test("rejects an empty password", () => {\n'
                '  expect(() => login("user", "")).toThrow("password required");\n'
                "});"
            ),
            (
                "<template>\n"
                "  <p>{{ user.name }}</p>\n"
                "  <p>{{ user.email }}</p>\n"
                "  <p>{{ user.birthday | date }}</p>\n"
                "</template>"
            ),
            (
                'read -r -s -p "Password: " password\n'
                "printf '%s' \"$password\" | sha256sum\n"
                "unset password"
            ),
            (
                "let users = try decoder.decode([User].self, from: data)\n"
                "for user in users where user.age > {c_small} {\n"
                "    print(user.name)\n"
                "}"
            ),
            (
                "library(dplyr)\n"
                "patients %>% group_by(ward) %>% summarise(n = n(), age = mean(age, na.rm "
                "= TRUE))"
            ),
            (
                'df = pd.read_csv("customers.csv", usecols=["name", "email", "city"])\n'
                'df["email"] = df["email"].str.lower()\n'
                'df.drop_duplicates("email", inplace=True)'
            ),
            "query { user(id: $id) { name email phone address { street city zip } } }",
            (
                "message Person {\n"
                "  string name = 1;\n"
                "  string email = 2;\n"
                "  repeated string phones = 3;\n"
                "  uint32 age = 4;\n"
                "}"
            ),
            (
                "function maskCard(card: string): string {\n"
                '  return card.replace(/\\d(?=\\d{4})/g, "*");\n'
                "}"
            ),
            (
                "location /login {\n"
                "    proxy_pass http://backend;\n"
                "    limit_req zone=login burst={c_small};\n"
                "}"
            ),
            ('<person>\n  <name/>\n  <born/>\n  <address street="" zip="" city=""/>\n</person>'),
            (
                "FROM python:3.12-slim\n"
                "WORKDIR /app\n"
                "COPY requirements.txt .\n"
                "RUN pip install -r requirements.txt\n"
                "USER app\n"
                'CMD ["python", "main.py", "--port", "{c_four}"]'
            ),
            (
                "def full_name(first, last):\n"
                '    """Join first and last name."""\n'
                '    return f"{ first } { last }".strip()'
            ),
        ),
    ),
)
