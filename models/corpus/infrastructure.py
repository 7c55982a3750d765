# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates about machines and networks: configurations, incidents, plans, alarms."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks, lines
from models.corpus import Family

_ASKED: Final = lines(
    r"""
Our VPN gateway {b_host} still has [[the default password of the vendor]]. How do I change it remotely without cutting off {b_plant}?
Which firewall rules do we need between [[{b_subnet} (cash desks)]] and [[{b_subnet2} (HR servers)]]?
Login to {b_host} as {user} with {password} fails since {b_day}, what did {name} change?
Write the runbook for [[failover of {b_service} from {b_plant} to {b_plant2}]], on call: {name}, {phone}.
we found [[a keylogger on the laptop of {name}]] in {b_dept}. first three steps please
The backup of {b_host} [[has not run for {n} weeks]] and the auditor comes {b_day}. Draft the explanation.
Is it enough to block {b_subnet} if [[the attacker already has our domain admin]]?
Make a diagram: {b_host} -> [[{b_service}]] -> {b_host2}, [[no TLS in between]], reachable from {b_subnet}.
Pen test of {company}, finding 3: [[SQL injection in the login of {b_service}]], not fixed. Rewrite for managers.
{name} left on {b_day} and [[still has root on {b_host}]]. Checklist please, also for the badge of {b_site}.
Ansible: how do I put the vault password {password} into the pipeline of [[{b_slug}-deploy]]?
our camera server {ip} is [[open to the internet, user {user}]], how bad is that
Alarm code at {b_site} is {pin}, the guard {name} forgot it. Write instructions for the night shift.
Estimate the cost of moving [[{n} SAP machines in {b_plant}]] to the cloud, contract with {company} ends {date}.
Set up SNMP for [[{b_subnet}, community '{word}{n}']], switches of {b_site}.
Who at {company} should know that [[the ransom note appeared on {n} PCs]]? Nothing is public yet.
Can you write the Splunk query for [[index={b_slug}_prod host={b_host}]] and failed logins of {user}?
DNS zone [[{b_slug}.local]]: move {b_host} to {ip}, and tell me which records break.
Ticket {b_ref}: badge reader at {b_site} [[opens for anybody after a power cut]]. Reply to {name}.
Migrate [[{n} mailboxes of {company}]] from Exchange on {b_host}, admin {email}. Which order is best?
The key for the wildcard certificate [[*.{b_slug}.internal]] sits in [[the wiki of {b_dept}]]. How do I tell {b_boss}?
We can only patch {b_host} on {b_day}, until then [[CVE is open on the payment machine]]. Mitigations?
"""
)

_OWN: Final = blocks(
    r"""
provider "aws" {
  region     = "eu-central-1"
  access_key = "{key}"
}

resource "aws_instance" "[[{b_slug}_ledger]]" {
  ami           = "ami-0{b_sha}"
  subnet_id     = "[[subnet-{b_slug}-prod]]"
  private_ip    = "{ip}"
  tags = { Owner = "{email}", Project = "[[{b_project}]]" }
}

terraform plan wants to replace it, why?
%%
apiVersion: v1
kind: Secret
metadata:
  name: [[{b_service}-db]]
  namespace: [[{b_slug}-prod]]
stringData:
  url: [[jdbc:postgresql://{b_host}:5432/{b_table}]]
  user: {user}
  password: {password}

The pod says CreateContainerConfigError. Please fix.
%%
stages: [build, deploy]
deploy:
  image: [[registry.{b_slug}.internal/base:{n}]]
  script:
    - ssh {user}@{b_host} "systemctl restart [[{b_service}]]"
    - curl -H "PRIVATE-TOKEN: {key}" [[https://{b_host2}/api/v4/projects/{n}/trigger]]
  only: [main]

convert to GitHub Actions
%%
! [[{b_firm} core switch {b_plant}]]
hostname [[{b_slug}-core-{n}]]
username {user} secret {password}
interface Vlan{n}
 ip address {ip} 255.255.255.0
 description [[cash desks]]
access-list 101 permit tcp {b_subnet} any eq 1433
line vty 0 4
 transport input telnet

Audit this config, what would you change first?
%%
Host [[prod-*]]
  User {user}
  ProxyJump {b_host}
Host [[prod-billing]]
  HostName {ip}
  IdentityFile ~/.ssh/[[{b_slug}_prod]]

ssh prod-billing asks for a password. {name} can log in, I can't. Why?
%%
[Interface]
PrivateKey = {key}
Address = {ip}/32

[Peer]
# [[head office {b_plant}]]
Endpoint = [[vpn.{b_slug}.com]]:51820
AllowedIPs = {b_subnet}, {b_subnet2}

No handshake since {b_day}.
%%
Incident timeline, please write the post mortem:
02:10 alert from {b_host}: [[{n} GB sent to an unknown address]]
02:25 {name} on call, [[account {user} was used from {b_country}]]
03:40 {b_service} stopped, [[customers of {company} affected]]
05:00 decision by {b_boss}: [[no notification before {b_day}]]
%%
Network plan {b_site}, put it into a table:
- {b_subnet} = [[guest wifi, not separated]]
- {b_subnet2} = [[door control and cameras]]
- {ip} = [[payroll server]], backup at {b_host}
- uplink from {company}, contract {b_ref}
%%
$ nmap -sV {b_host}
22/tcp open ssh OpenSSH 6.6
1433/tcp open ms-sql-s [[Microsoft SQL Server 2008]]
3389/tcp open ms-wbt-server
It's our [[ERP in {b_plant}]]. Which port is the worst, and what do I write to {company}?
%%
{name}, here are the accesses for the new colleague {name2}:
Jira: {email} / {password}
{b_host}: {user} / {password2}
Door {b_site}: {pin}
Please turn that into a welcome mail for {b_day}.
%%
helm upgrade [[{b_service}]] ./chart -n [[{b_slug}-prod]] --set db.host={b_host} --set db.password={password} --set replicas={n}
Error: UPGRADE FAILED: timed out waiting for the condition

what now? {b_boss} is waiting, {company} can't invoice
%%
# prometheus, [[{b_firm} production]]
scrape_configs:
  - job_name: [[{b_service}]]
    static_configs:
      - targets: ["{b_host}:9100", "{b_host2}:9100", "{ip}:9100"]
remote_write:
  - url: [[https://{b_host3}/api/v1/push]]
    basic_auth: { username: {user}, password: {password} }

targets are down since the move to {b_plant}.
%%
DB_HOST={b_host}
DB_USER={user}
DB_PASSWORD={password}
SAP_CLIENT=[[{n}00]]
SMTP_FROM={email}
SENTRY_DSN=[[https://{b_sha}@{b_host2}/{n}]]

Turn this .env of [[{b_service}]] into a docker compose file
%%
Windows event 4625 on {b_host}: account {user}, workstation [[{b_slug}-NB-{n}]], source {ip}, {n2}00 times since {b_day}.
{name} from {b_dept} says he's on holiday. Summarise for the CISO in three lines.
"""
)

_ASKED_OPEN: Final = lines(
    r"""
Many VPN routers ship with default passwords. How does one change it safely without losing the connection? General advice.
Which firewall rules are typical between a guest network and an office network in a textbook design?
Login to a fresh Ubuntu server fails with 'permission denied (publickey)', what are the usual reasons?
Write a runbook template for a failover between two data centres, with [service], [site] and [contact] as blanks.
what is a keylogger and how do people find one on their laptop? first three steps please
Backup strategy 3-2-1: explain it for a small office and draft a one-page policy.
Is it enough to block a subnet when an attacker has domain admin? Discuss for a certification exam.
Make a diagram in Mermaid: browser -> nginx -> app -> postgres, TLS between the first two, all on localhost.
Rewrite this OWASP description of SQL injection for managers, no product names, five sentences.
Offboarding checklist for IT: accounts, keys, badge, devices, in the right order.
Ansible Vault: how do I pass the vault password in a pipeline without printing it? The docs mention --vault-password-file.
how do people find open cameras on the internet, and how do owners protect theirs
A movie scene: the alarm code of the museum is forgotten and the guard has to improvise. Write the instructions on his note.
Estimate in general terms what drives the cost of moving a data centre to the cloud.
Set up SNMP v3 on a lab switch in GNS3, addresses from [[IP_ADDRESS|192.0.2.0/24]].
Who is usually informed first in a ransomware incident according to [[ORGANIZATION|NIST]]? Cite the phases.
Can you write a Splunk query for failed logins by user and hour? Index name main, standard Windows logs.
DNS homework: zone example.com, move www to [[IP_ADDRESS|203.0.113.10]], and tell me which records are needed.
How does a badge reader work, and what should happen after a power cut, fail safe or fail secure?
Migrating from Exchange to another mail system: which order do guides recommend? Mention DNS and autodiscover.
Wildcard certificates: pros, cons, and where the private key should be stored. One slide.
What mitigations exist in general when a server cannot be patched at once?
"""
)

_OPEN: Final = blocks(
    r"""
provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-12345678"
  instance_type = "t3.micro"
  tags = { Name = "HelloWorld" }
}

This is the first example of the tutorial. terraform plan wants to replace it, why?
%%
apiVersion: v1
kind: Secret
metadata:
  name: my-secret
  namespace: default
stringData:
  url: postgresql://localhost:5432/app
  user: user
  password: changeme

From the docs. The pod says CreateContainerConfigError. Please fix.
%%
stages: [build, test]
test:
  image: python:3.12
  script:
    - pip install -r requirements.txt
    - pytest --cov
  only: [main]

convert to GitHub Actions
%%
! packet tracer lab 4.2
hostname R1
username admin secret cisco
interface GigabitEthernet0/0
 ip address [[IP_ADDRESS|192.168.1.1]] 255.255.255.0
 description LAN
access-list 101 permit tcp any any eq 80
line vty 0 4
 transport input ssh

Audit this config, what would you change first?
%%
Host github.com
  User git
  IdentityFile ~/.ssh/id_ed25519
Host example
  HostName example.com
  Port 2222

ssh example asks for a password although I have a key. Why?
%%
[Interface]
PrivateKey = <your private key>
Address = [[IP_ADDRESS|10.0.0.2]]/32

[Peer]
# server from the WireGuard quick start
Endpoint = vpn.example.com:51820
AllowedIPs = [[IP_ADDRESS|0.0.0.0]]/0

No handshake.
%%
Incident timeline for a training exercise, please write the post mortem:
02:10 alert: disk full on web-1
02:25 on-call engineer deletes old logs
03:40 site is back
05:00 lessons learned meeting with pizza
%%
Network plan of my home lab, put it into a table:
- [[IP_ADDRESS|192.168.0.0/24]] = LAN
- [[IP_ADDRESS|192.168.1.0/24]] = IoT lamps
- [[IP_ADDRESS|192.168.0.10]] = Raspberry Pi with Pi-hole
- uplink: cable modem
%%
$ nmap -sV scanme.nmap.org
22/tcp open ssh OpenSSH 6.6
80/tcp open http Apache httpd 2.4.7
9929/tcp open nping-echo
It's the official test host. What does each column mean, and which port would an exam ask about?
%%
Accounts for the demo shop in the workshop handout:
admin: admin / admin
shop: demo / demo
door of the escape room: 1234
Please turn that into a nice welcome slide for the participants.
%%
helm install my-release bitnami/postgresql --set auth.postgresPassword=<password> --set replicas=2
Error: INSTALLATION FAILED: cannot re-use a name that is still in use

what now? it's my first minikube
%%
# prometheus, getting started
scrape_configs:
  - job_name: prometheus
    static_configs:
      - targets: ["localhost:9090", "localhost:9100"]
rule_files:
  - first_rules.yml

targets are shown as down in the web page.
%%
DB_HOST=localhost
DB_USER=postgres
DB_PASSWORD=your_password_here
SMTP_FROM=[[EMAIL_ADDRESS|noreply@example.com]]
SENTRY_DSN=https://examplePublicKey@o0.ingest.example.com/0

Turn this .env.example into a docker compose file
%%
Windows event 4625 means a failed logon. In the sample log of the course it appears 300 times in one hour from one workstation.
What would a SOC analyst check next? Summarise in three lines for my exam notes.
"""
)


def _has_key(text: str) -> bool:
    return any(slot in text for slot in ("{key", "{password", "{pin"))


FAMILIES: Final = (
    Family(name="b_infra_asked", categories=("code", "corporate"), templates=_ASKED),
    Family(name="b_infra_own", categories=("code", "credentials"), templates=_OWN, form="document"),
    Family(name="b_infra_asked_harmless", templates=_ASKED_OPEN),
    Family(name="b_infra_open", templates=_OPEN, form="document"),
)
