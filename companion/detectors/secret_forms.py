"""The published forms of keys and tokens: a match says by itself whose key it is.

Written from the providers' own documentation of their forms. Each expression begins with a
fixed piece of text and is only tried where that piece occurs, every repeat is bounded and
possessive, so a pass is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from companion.detectors import secret_context as context

_ENDS: Final = r"(?![\w-])"
_TEXT: Final = r"[\w-]"


class Form:
    """One form of a key or token.

    Attributes:
        kind: `SECRET` or `PASSWORD`.
        pattern: The expression; the group `value`, where it has one, is the finding.
        score: How sure a match is.
        check: Says whether a matched value is more than a placeholder of the form.
        needles: One of these, lower-cased, must be in the lower-cased text.
    """

    __slots__ = ("check", "kind", "needles", "pattern", "score")

    def __init__(
        self,
        needles: str,
        pattern: str,
        *,
        score: float = 1.0,
        check: Callable[[str], bool] = context.generated,
        kind: str = "SECRET",
    ) -> None:
        self.kind = kind
        self.pattern = re.compile(pattern)
        self.score = score
        self.check = check
        self.needles = tuple(needles.split())

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of this form's values in `text`."""
        group = "value" if "value" in self.pattern.groupindex else 0
        for match in self.pattern.finditer(text):
            if self.check(match.group(group)):
                yield match.span(group)


def _any(value: str) -> bool:
    return bool(value)


class Prefixed:
    """The form of a fixed prefix and a run of an alphabet.

    Attributes:
        prefix: How every key of the form begins.
    """

    __slots__ = ("_run", "prefix")

    def __init__(self, prefix: str, length: str, alphabet: str) -> None:
        possessive = "+" if "," in length else ""
        self.prefix = prefix
        self._run = re.compile(rf"{alphabet}{{{length}}}{possessive}{_ENDS}")

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of this form's values in `text`."""
        at = text.find(self.prefix)
        while at >= 0:
            after = at + len(self.prefix)
            match = self._run.match(text, after) if not _in_word(text, at) else None
            if match and context.generated(match.group()):
                yield at, match.end()
                after = match.end()
            at = text.find(self.prefix, after)


def _in_word(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")


def _letters(prefix: str, length: str, *, alphabet: str = r"[A-Za-z0-9]") -> Prefixed:
    return Prefixed(prefix, length, alphabet)


PREFIXED: Final = (
    # Clouds and hosting
    _letters("AIza", "35", alphabet=_TEXT),
    _letters("GOCSPX-", "28", alphabet=_TEXT),
    _letters("ya29.", "30,512", alphabet=_TEXT),
    _letters("dop_v1_", "64", alphabet="[a-f0-9]"),
    _letters("doo_v1_", "64", alphabet="[a-f0-9]"),
    _letters("dor_v1_", "64", alphabet="[a-f0-9]"),
    _letters("HRKU-", "36,64", alphabet=_TEXT),
    _letters("LTAI", "12,24"),
    _letters("AKID", "32,44"),
    _letters("ABSK", "100,300", alphabet=r"[A-Za-z0-9+/=]"),
    _letters("bedrock-api-key-", "24,4000", alphabet=r"[A-Za-z0-9+/=._-]"),
    _letters("v1.0-", "100,200", alphabet=_TEXT),
    _letters("nfp_", "36,60"),
    _letters("FlyV1 fm", "20,1000", alphabet=r"[\w+/=,.-]"),
    _letters("rnd_", "28,40"),
    _letters("vercel_blob_rw_", "30,80", alphabet=_TEXT),
    _letters("dapi", "32,40", alphabet="[a-f0-9-]"),
    _letters("tfp_", "40,70", alphabet=r"[\w.=-]"),
    _letters("pul-", "40", alphabet="[a-f0-9]"),
    _letters("sbp_", "40,60", alphabet="[a-f0-9_]"),
    _letters("sb_secret_", "20,60", alphabet=_TEXT),
    _letters("sha256~", "43", alphabet=_TEXT),
    _letters("pscale_tkn_", "32,64", alphabet=r"[\w.=-]"),
    _letters("pscale_pw_", "32,64", alphabet=r"[\w.=-]"),
    _letters("pscale_oauth_", "32,64", alphabet=r"[\w.=-]"),
    _letters("pnu_", "36"),
    _letters("scw_", "30,60", alphabet=_TEXT),
    # Code hosting and packages
    *(_letters(f"gh{letter}_", "36,255") for letter in "pousr"),
    _letters("github_pat_", "22,255", alphabet=r"\w"),
    *(
        _letters(f"gl{name}-", "16,300", alphabet=r"[\w.-]")
        for name in ("pat", "dt", "rt", "cbt", "ptt", "ft", "imt", "soat", "oas", "agent", "ffct")
    ),
    _letters("GR1348941", "20", alphabet=_TEXT),
    _letters("ATATT3", "100,300", alphabet=r"[\w=-]"),
    _letters("ATBB", "24,64"),
    _letters("ATCTT3", "60,300", alphabet=r"[\w=-]"),
    _letters("npm_", "36"),
    _letters("pypi-AgE", "50,1000", alphabet=_TEXT),
    _letters("rubygems_", "48", alphabet="[a-f0-9]"),
    _letters("CLOJARS_", "60", alphabet="[a-z0-9]"),
    _letters("dckr_pat_", "27", alphabet=_TEXT),
    _letters("dckr_oat_", "27,40", alphabet=_TEXT),
    _letters("AKCp", "60,80"),
    _letters("cmVmdGtu", "50,70"),
    _letters("sgp_", "40", alphabet="[a-fA-F0-9]"),
    _letters("sgp_local_", "40", alphabet="[a-fA-F0-9]"),
    _letters("sgd_", "40,70", alphabet=r"[A-Za-z0-9_]"),
    _letters("snyk_uat.", "30,200", alphabet=r"[\w.-]"),
    *(_letters(f"sq{letter}_", "40", alphabet="[a-f0-9]") for letter in "pau"),
    _letters("PMAK-", "50,70", alphabet="[a-f0-9-]"),
    _letters("bkua_", "40", alphabet="[a-f0-9]"),
    _letters("API-", "26", alphabet="[A-Z0-9]"),
    _letters("cio_", "30,60"),
    _letters("lin_api_", "32,48"),
    _letters("lin_oauth_", "32,64"),
    _letters("ntn_", "40,60"),
    _letters("secret_", "43"),
    _letters("figd_", "38,60", alphabet=_TEXT),
    _letters("patf", "40,80", alphabet="[a-f0-9.]"),
    _letters("rdme_", "60,80", alphabet="[a-z0-9]"),
    _letters("tk-us-", "40,80", alphabet=_TEXT),
    # Models
    _letters("sk-ant-api03-", "95", alphabet=_TEXT),
    _letters("sk-ant-admin01-", "95", alphabet=_TEXT),
    _letters("sk-ant-oat01-", "80,120", alphabet=_TEXT),
    _letters("sk-ant-sid01-", "80,120", alphabet=_TEXT),
    _letters("sk-proj-", "20,255", alphabet=_TEXT),
    _letters("sk-svcacct-", "20,255", alphabet=_TEXT),
    _letters("sk-admin-", "20,255", alphabet=_TEXT),
    _letters("sk-or-", "30,255", alphabet=_TEXT),
    _letters("sk-lf-", "30,80", alphabet=_TEXT),
    _letters("hf_", "34,38"),
    _letters("api_org_", "34"),
    _letters("gsk_", "48,60"),
    _letters("xai-", "60,90"),
    _letters("pplx-", "40,60"),
    _letters("r8_", "37,40"),
    _letters("co_", "40", alphabet="[A-Za-z0-9]"),
    _letters("nvapi-", "50,80", alphabet=_TEXT),
    _letters("pcsk_", "50,90", alphabet=r"\w"),
    _letters("tvly-", "30,60", alphabet=_TEXT),
    _letters("fw_", "22,26"),
    _letters("wandb_v1_", "30,120", alphabet=r"\w"),
    _letters("lsv2_pt_", "40,60", alphabet=r"\w"),
    _letters("lsv2_sk_", "40,60", alphabet=r"\w"),
    # Payment and shops
    *(
        _letters(f"{kind}_{mode}_", "10,255")
        for kind in ("sk", "rk")
        for mode in ("live", "test", "prod")
    ),
    _letters("whsec_", "28,80", alphabet=r"[A-Za-z0-9+/=]"),
    *(_letters(f"shp{kind}_", "32", alphabet="[a-fA-F0-9]") for kind in ("at", "ca", "pa", "ss")),
    _letters("sq0atp-", "22,60", alphabet=_TEXT),
    _letters("sq0csp-", "40,60", alphabet=_TEXT),
    _letters("EAAA", "56,64", alphabet=_TEXT),
    _letters("EAACEdEose0cBA", "20,300"),
    _letters("EAAM", "60,300"),
    _letters("EAAC", "60,300"),
    _letters("EZAK", "54"),
    _letters("EZTK", "54"),
    _letters("FLWSECK-", "12,40", alphabet=_TEXT),
    _letters("rzp_live_", "14,24"),
    _letters("duffel_live_", "43", alphabet=_TEXT),
    _letters("duffel_test_", "43", alphabet=_TEXT),
    _letters("shippo_live_", "40", alphabet="[a-f0-9]"),
    _letters("shippo_test_", "40", alphabet="[a-f0-9]"),
    _letters("access-sandbox-", "36", alphabet="[a-f0-9-]"),
    _letters("access-production-", "36", alphabet="[a-f0-9-]"),
    _letters("live_", "35,60"),
    # Messages and mail
    *(_letters(f"xox{letter}-", "20,300", alphabet="[A-Za-z0-9-]") for letter in "aborsc"),
    _letters("xapp-", "30,200", alphabet="[A-Za-z0-9-]"),
    _letters("xoxe.xoxp-", "30,300", alphabet="[A-Za-z0-9-]"),
    _letters("xkeysib-", "60,90", alphabet="[A-Za-z0-9-]"),
    _letters("xsmtpsib-", "60,90", alphabet="[A-Za-z0-9-]"),
    _letters("SG.", "60,75", alphabet=r"[\w.-]"),
    _letters("key-", "32", alphabet="[a-f0-9]"),
    _letters("re_", "30,40", alphabet=r"\w"),
    _letters("mlsn.", "60,70", alphabet="[a-f0-9]"),
    # Watching and secrets stores
    _letters("glc_", "32,400", alphabet=r"[A-Za-z0-9+/]"),
    _letters("glsa_", "41,60", alphabet=r"\w"),
    _letters("eyJrIjoi", "60,400", alphabet=r"[A-Za-z0-9+/]"),
    _letters("NRAK-", "27", alphabet="[A-Z0-9]"),
    _letters("NRJS-", "19", alphabet="[a-f0-9]"),
    _letters("NRII-", "32", alphabet=_TEXT),
    _letters("NRRA-", "42", alphabet="[a-f0-9]"),
    _letters("ddp_", "30,60"),
    _letters("sntrys_", "40,300", alphabet=r"[A-Za-z0-9+/=_]"),
    _letters("sntryu_", "64", alphabet="[a-f0-9]"),
    _letters("dt0c01.", "80,100", alphabet=r"[A-Z0-9.]"),
    _letters("phx_", "30,60"),
    _letters("hvs.", "24,300", alphabet=_TEXT),
    _letters("hvb.", "24,400", alphabet=_TEXT),
    _letters("hvr.", "24,300", alphabet=_TEXT),
    *(_letters(f"dp.{kind}.", "40,48") for kind in ("pt", "st", "ct", "sa", "scim", "audit")),
    _letters("ops_eyJ", "240,4000", alphabet=r"[A-Za-z0-9+/=_-]"),
    _letters("A3-", "34,40", alphabet="[A-Z0-9-]"),
    _letters("AGE-PLUGIN-", "30,300", alphabet="[A-Z0-9-]"),
    _letters("CFPAT-", "43", alphabet=_TEXT),
    _letters("tskey-", "20,80", alphabet=_TEXT),
    _letters("ATTA", "64,80", alphabet="[a-f0-9]"),
    _letters("p8e-", "32"),
    _letters("oy2", "43", alphabet="[a-z0-9]"),
    _letters("u-s4t2ud-", "64", alphabet="[a-f0-9]"),
    _letters("s-s4t2ud-", "64", alphabet="[a-f0-9]"),
    _letters("4b1d", "38"),
    _letters("ico-", "32"),
)

_BODY: Final = r"(?:[^-]|-(?!-)){0,20000}+"

SHAPED: Final = (
    Form(
        "sonar",
        r"(?i)sonar[\w.-]{0,30}?(?:login|token|key|auth)[^\w\n]{1,12}"
        r"(?P<value>(?:sq[pau]_)?[a-z0-9]{40})(?![\w-])",
        check=context.varied,
    ),
    Form("xoxp- xoxe-", r"\bxox[pe](?:-\d{10,13}){3}-[A-Za-z0-9]{28,34}(?![\w-])"),
    Form("xoxe-", r"\bxoxe-\d-[A-Z0-9]{146}(?![\w-])"),
    Form("sgp_", r"\bsgp_[a-fA-F0-9]{16}_[a-fA-F0-9]{40}(?![\w-])"),
    Form("flwpubk_test- flwseck_test-", r"\bFLW(?:PUB|SEC)K_TEST-[a-h0-9]{12,32}(?:-X)?(?![\w-])"),
    Form(
        "-----begin",
        rf"-----BEGIN (?:[A-Z0-9]{{1,12}} ){{0,3}}PRIVATE KEY(?: BLOCK)?-----{_BODY}"
        r"(?:-----END [A-Z0-9 ]{0,40}-----)?",
        check=context.key_block,
    ),
    Form(
        "putty-user-key",
        r"PuTTY-User-Key-File-\d: [^\n]{0,60}+[\s\S]{0,4000}?Private-Lines: \d{1,3}[^P]{0,4000}+",
        check=_any,
    ),
    Form(
        "akia asia abia acca", r"(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])"
    ),
    Form("age-secret-key-1", r"\bAGE-SECRET-KEY-1[A-Z0-9]{58}\b", check=_any),
    Form("hooks.slack.com", r"\bhooks\.slack\.com/(?:services|workflows|triggers)/[\w/]{20,100}+"),
    Form("webhook", r"\bdiscord(?:app)?\.com/api/webhooks/\d{15,20}/[\w-]{50,80}+"),
    Form("webhook.office.com", r"\bwebhook\.office\.com/webhookb2/[\w@-]{36,80}+/[\w/-]{30,200}+"),
    Form(":aa", r"(?<!\d)\d{8,10}:AA[\w-]{33}(?![\w-])"),
    Form(
        "accountkey= sharedaccesskey=",
        r"(?:Account|SharedAccess)Key=(?P<value>[A-Za-z0-9+/]{40,100}+={0,2})",
    ),
    Form("sig=", r"[?&]sv=20\d\d-[^\s\"'<>]{0,400}?&sig=(?P<value>[\w%+/=-]{30,120}+)"),
    Form("8q~ 7q~", r"(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,34}(?![\w~.-])"),
    Form("eyj", r"\beyJ[\w-]{8,4000}+\.eyJ[\w-]{8,12000}+\.[\w-]{0,4000}+", check=context.jwt),
    Form("eyj", r"\beyJ[\w-]{30,4000}+\.\.[\w-]{8,4000}+\.[\w-]{8,8000}+\.[\w-]{8,200}+"),
    Form("-us", r"(?<![a-f0-9])[a-f0-9]{32}-us\d{1,2}\b", score=0.95),
    Form("dapi", r"(?<![a-z0-9])dapi[a-f0-9]{32}(?:-\d)?(?![a-z0-9])"),
    Form("atlasv1.", r"\b[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,70}"),
    Form("sk", r"(?<![A-Za-z0-9_-])(?:SK|AC)[a-f0-9]{32}(?![A-Za-z0-9])", score=0.9),
    Form("t3blbkfj", r"\bsk-[A-Za-z0-9_-]{10,200}?T3BlbkFJ[A-Za-z0-9_-]{10,200}+"),
    Form("sk-", r"(?<![\w-])sk-[A-Za-z0-9]{32,64}(?![\w-])", score=0.95),
    Form("$2a$ $2b$ $2y$", r"\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}", score=0.6),
    Form("$argon2", r"\$argon2(?:id|i|d)\$v=\d+\$[^\s\"']{20,200}+", score=0.6),
    Form(
        "$6$ $5$ $1$ $apr1$",
        r"\$(?:6|5|1|apr1)\$(?:rounds=\d{1,9}\$)?[./\w]{2,16}\$[./A-Za-z0-9]{20,90}+",
        score=0.7,
    ),
    Form("private_key", r"\"private_key_id\"\s{0,3}:\s{0,3}\"(?P<value>[a-f0-9]{40})\""),
    Form(
        "contribsys",
        r"(?i)BUNDLE_(?:ENTERPRISE|GEMS)__CONTRIBSYS__COM[\"']?\s{0,3}[=:]\s{0,3}[\"']?(?P<value>"
        r"[a-f0-9]{8}:[a-f0-9]{8})",
        check=_any,
    ),
    Form(
        "contribsys.com",
        r"(?i)https?://(?P<value>[a-f0-9]{8}:[a-f0-9]{8})@(?:gems|enterprise)\.contribsys\.com",
        check=_any,
    ),
    Form(
        '"auth"', r"\"auth\"\s{0,4}:\s{0,4}\"(?P<value>[A-Za-z0-9+/]{12,400}+={0,2})\"", score=0.9
    ),
    Form(
        "_authtoken _password",
        r"//[^\s:]{1,100}+(?::\d{1,5})?[^\s:]{0,60}:_(?:authToken|password"
        r"|auth)\s?=\s?(?P<value>[\w+/=.~-]{8,400}+)",
    ),
    Form(
        "service_role", r"service_role[\"']?\s{0,3}[=:]\s{0,3}[\"']?(?P<value>eyJ[\w.-]{30,600}+)"
    ),
)


def find(text: str, low: str) -> Iterator[tuple[str, int, int, float]]:
    """Yield kind, start, end and score of every known form in `text`.

    Args:
        text: Where to look.
        low: `text.lower()`.
    """
    for prefixed in PREFIXED:
        if prefixed.prefix in text:
            for start, end in prefixed.find(text):
                yield "SECRET", start, end, 1.0
    for form in SHAPED:
        if any(needle in low for needle in form.needles):
            for start, end in form.find(text):
                yield form.kind, start, end, form.score
