"""Lines of code and configuration in which a value is given to a name, in many languages.

`{n}` is the name, `{v}` the value, `{e}` an expression instead of a literal, `{w}` any word.
"""

from __future__ import annotations

from typing import Final

LITERAL: Final = (
    '{n} = "{v}"', "{n} = '{v}'", "{n} = '{v}';", '{n} = "{v}";', '{n}="{v}"', "{n}='{v}'",
    'const {n} = "{v}";', "const {n} = '{v}'", "let {n} = '{v}';", 'var {n} = "{v}";',
    'export const {n}: string = "{v}";', "export const {n} = '{v}';", '    "{n}": "{v}",',
    '  "{n}" : "{v}"', "  '{n}': '{v}',", "  {n}: '{v}',", '  {n}: "{v}",', '{{"{n}":"{v}"}}',
    '{{"{w}": "x", "{n}": "{v}"}}', '  {n}: "{v}"', "{n}: '{v}'", 'private String {n} = "{v}";',
    'public static final String {n} = "{v}";', 'private const string {n} = "{v}";',
    'var {n} = "{v}"', '{n} := "{v}"', 'const {n} = "{v}"', 'static const char *{n} = "{v}";',
    '#define {n} "{v}"', "define('{n}', '{v}');", "${n} = '{v}';", "    '{n}' => '{v}',",
    "$config['{n}'] = '{v}';", '  {n}: "{v}",', ":{n} => '{v}',", "  {n}: '{v}'",
    'val {n} = "{v}"', 'let {n} = "{v}"', 'let {n}: &str = "{v}";', 'os.environ["{n}"] = "{v}"',
    "self.{n} = '{v}'", 'def login(user, {n}="{v}"):', 'client = Client({n}="{v}")',
    "connect('{w}', {n}='{v}', port=1)", 'this.{n} = "{v}";', 'obj.{n} = "{v}";',
    'request.set{N}("{v}");', "user.{n} = '{v}'", 'props.put("{n}", "{v}");',
    'headers.add("{n}", "{v}")', 'setenv("{n}", "{v}", 1);',
    'data = {{"{w}": "bob", "{n}": "{v}"}}', "requests.post(url, data={{'{n}': '{v}'}})",
    "<{n}>{v}</{n}>", '<add key="{n}" value="{v}" />', '<property name="{n}" value="{v}"/>',
    '<string name="{n}">{v}</string>', '<entry key="{n}">{v}</entry>', '{n} = "{v}"  # {w}',
    'if ({n} == "{v}") {{', 'if {n} == "{v}":', 'assert {n} == "{v}"', '  - {n}: "{v}"',
    '  - name: {n}\n    value: "{v}"', "- name: {n}\n  value: {v}", 'resource {{\n  {n} = "{v}"',
    'variable "{n}" {{\n  default = "{v}"', "curl -H '{n}: {v}' https://{w}.io", "--{n} '{v}'",
    '--{n}="{v}"', "CREATE USER {w} IDENTIFIED BY '{v}';", "ALTER USER {w} WITH PASSWORD '{v}';",
    "[{n}] = '{v}',", '@{n}("{v}")', '.{n}("{v}")', '"{n}", "{v}"', '\\"{n}\\":\\"{v}\\"',
    'os.getenv("{n}", "{v}")', "process.env.{n} || '{v}'", "config.{n} = '{v}'", "|{n}|`{v}`|",
    'os.Setenv("{n}", "{v}")', 'ConfigurationManager["{n}"] = "{v}";', "{n}: b'{v}'",
    '{n} = b"{v}"', '{n}: {N}("{v}"),', "Authorization: '{v}'", "'Authorization': 'Bearer {v}'",
    "# {n} = '{v}'", '"Authorization": "Basic {v}"', '// {n}: "{v}"', "{n} = String('{v}')",
    'var_{n} = @"{v}"',
)  # fmt: skip
ARRAY: Final = (
    "{n} := []byte{{{v}}}", "byte[] {n} = {{ {v} }};", "byte[] {n} = new byte[] {{{v}}};",
    "const {n} = [{v}];", "{n} = bytes([{v}])", "uint8_t {n}[] = {{ {v} }};", "{n} = [{v}]",
    "let {n}: [u8; 32] = [{v}];", "static const unsigned char {n}[16] = {{{v}}};",
    '"{n}": [{v}],', "var {n} = []byte{{{v}}}", "new Uint8Array([{v}])",
    "{n}: Buffer.from([{v}]),",
)  # fmt: skip
BARE: Final = (
    "{n}={v}", "{n}: {v}", "export {n}={v}", "  {n}: {v}", "    {n}: {v}", "{n} = {v}", "{n}={v}",
    "ENV {n}={v}", "ENV {n} {v}", "--{n} {v}", "--{n}={v}", "-e {n}={v}", "set {n}={v}",
    "{n}:{v}", "machine {w}.com login bob password {v}", "{w}.{n}={v}", "{w}.{w}.{n} = {v}",
    "- {n}={v}", "      - {n}={v}", "?{n}={v}&x=1", "# {n}: {v}", "Authorization: Bearer {v}",
    "-D{n}={v}", "Authorization: Basic {v}", "{n}: {v}  # {w}", "{n}\t{v}", "Authorization: {v}",
    "{n} : {v}", "Password: {v}", "Password = {v}", "pass: {v}", "{w} password: {v}", "pw: {v}",
    "user: {w}\n{n}: {v}", "Server={w};Uid=sa;Pwd={v};", "User ID=sa;Password={v};", "x-{n}: {v}",
    "token {v}", "  {n}: >-\n    {v}", "{n}, {v}", "* {n}: {v}", "- {n}: {v}",
    'curl -H "{n}: {v}" url',
)  # fmt: skip
EXPRESSION: Final = (
    "{n} = {e}", "{n} = {e};", "const {n} = {e};", "let {n} = {e}", "  {n}: {e},",
    "  '{n}': {e},", '  "{n}": {e},', "{n}={e}", "{n}: {e}", "  {n}: {e}",
    "client = Client({n}={e})", "self.{n} = {e}", "this.{n} = {e};", "if ({n} === {e}) {{",
    "if {n} == {e}:", "return {n} = {e}", "{n}: {e};", "private {n}: {e};",
    "def f(user, {n}={e}):", "function f({n}: {e}) {{", "    {n} := {e}", "${n} = {e};",
    "'{n}' => {e},", "set{N}({e})", 'put("{n}", {e})', "export {n}={e}", "var {n} = {e};",
    "login(user, {n}={e}, port=1)", "{n}: {e} = None", "fn f({n}: {e}) {{", "--{n} {e}",
    "# {n}: {e}", "for {n} in {e}:", "print(f'{n}: {{{e}}}')", "assert {n} == {e}", "{n} != {e}",
    "{n}, err := {e}", "- {n}: {e}", "{n} = {n} or {e}", "<{w} {n}={{{e}}} />",
    '<input {n}="{w}">', "{n} = {e} # {w}",
)  # fmt: skip
PROSE: Final = (
    "what is a {n}: {w} and {w} of it", "The {n} is {w} by the {w}.", "How do I store a {n}?",
    "I have a {n} called {w}", "key: {w}", "Key: {w} {w}", "Keys: {w}, {w} and {w}",
    "key points: {w}", "The key = {w}", "author: {w} {w}", "Session: {w}", 'key {w}: "{w} {w}"',
    "token: {w}", "passed: {w}", "Authentication-Results: {w}.{w}.com",
    "{w}-{w}-keying:x64-uwp=fail", "Sec-WebSocket-Key: {w}", "Keywords: {w}, {w}",
    "Password: {w} must be {w}", "Authority: {w}", 'the key is "{w}"', "Password: (your {w})",
    "- Access: {w}", "Access: {w}", "secret: {w} {w} {w}", "API: {w} {w}", "Password policy: {w}",
    "Key takeaway: {w} {w} {w}", "auth: {w}", 'passage: "{w} {w} {w}"', "Passion: {w}",
    'Monkey: "{w}"', "Turkey: {w}", "Pinning: {w}", 'pin: "{w}"', "tokens = {w}",
    "{n}: {w} {w} {w} {w}", "{n} - {w} {w}", "pass: {w} {w} {w}", "**{n}**: {w} {w}",
    "compass: {w}",
)  # fmt: skip
AROUND: Final = (
    "", "", "username: {w}", '"username": "{w}",', "host = localhost", "  port: 5432", "}}", "{{",
    "import {w}", "# {w} {w}", "// {w} {w} {w}", "return {w};", '"url": "https://{w}.com",',
    "    )", "def {w}(self):", "function {w}() {{", "user = '{w}'", "email: {w}@{w}.org", "[{w}]",
    "{w} = {w}", "    {w}: true,", "<{w}>", "</{w}>", "class {w}:", "try:", "if err != nil {{",
    "  name: {w}", "---", "public void {w}() {{", "$user = '{w}';", "- {w}", "{w}: 3", "@Test",
    'assertEquals("{w}", x);', "it('{w} {w}', () => {{", "login: {w}", "database: {w}",
    "Fix this please:", "```", "```python",
)  # fmt: skip
