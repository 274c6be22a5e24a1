/** The steps of `check-deployment`, in the order of the list. */
export const CHECK_STEPS = [
  'survey-address',
  'dashboard-address',
  'readiness',
  'certificate',
  'hsts',
  'clock',
  'origin',
  'spf',
  'dmarc',
  'dkim',
  'bounce-domain',
  'reverse-name',
  'letter',
  'arrival',
  'authentication',
  'page',
  'answer',
  'correction',
  'withdrawal',
  'bounce',
  'unsubscribe',
  'clean-up',
] as const
export type CheckStep = (typeof CHECK_STEPS)[number]

/** Why a step failed. */
export type CheckFault =
  | 'unreachable'
  | 'not-ours'
  | 'not-ready'
  | 'bad-certificate'
  | 'certificate-ends'
  | 'no-hsts'
  | 'clock-differs'
  | 'foreign-origin'
  | 'own-origin'
  | 'resolver-silent'
  | 'no-spf'
  | 'several-spf'
  | 'open-spf'
  | 'no-dmarc'
  | 'no-dkim-record'
  | 'other-dkim-key'
  | 'short-dkim-key'
  | 'no-mail-exchanger'
  | 'no-reverse-name'
  | 'letter-waits'
  | 'letter-refused'
  | 'key-missing'
  | 'not-arrived'
  | 'wrong-code'
  | 'mailbox-unreachable'
  | 'not-authentic'
  | 'page-refused'
  | 'page-language'
  | 'form-refused'
  | 'rows-differ'
  | 'open-cookie'
  | 'bounce-refused'
  | 'bounce-uncounted'
  | 'not-unsubscribed'
  | 'left-over'

/** Why a step was not checked. */
export type CheckGap =
  | 'this-machine-only'
  | 'hidden-health'
  | 'no-resolver'
  | 'no-dkim'
  | 'private-address'
  | 'folder'
  | 'outside-hours'
  | 'no-terminal'
  | 'no-mailbox'
  | 'no-results'
  | 'no-bounce-address'
  | 'no-bounce-mailbox'
  | 'after'

const steps: Record<CheckStep, string> = {
  'survey-address': 'Public address of the survey',
  'dashboard-address': 'Public address of the dashboard',
  readiness: 'Readiness of the apps',
  certificate: 'Certificates',
  hsts: 'HSTS',
  clock: 'Clock',
  origin: 'Origin check',
  spf: 'SPF',
  dmarc: 'DMARC',
  dkim: 'DKIM',
  'bounce-domain': 'Mail exchanger for bounces',
  'reverse-name': 'Reverse name of the mail server',
  letter: 'Email sent',
  arrival: 'Email arrived',
  authentication: 'SPF, DKIM and DMARC at the recipient',
  page: 'Survey page',
  answer: 'Answer',
  correction: 'Correction',
  withdrawal: 'Withdrawal',
  bounce: 'Bounce',
  unsubscribe: 'Unsubscribe',
  'clean-up': 'Clean-up',
}

const faults: Record<CheckFault, (detail: string) => string> = {
  unreachable: (address) =>
    `No response from ${address}. Check the address, its DNS record, the proxy and the firewall.`,
  'not-ours': (address) => `${address} is answered by something else. Point the proxy for this address to the app.`,
  'not-ready': (apps) => `${apps}. See “Health” in docs/operations.md.`,
  'bad-certificate': (host) =>
    `${host}: the certificate is not valid. Install one that covers this name, with its chain.`,
  'certificate-ends': (host) =>
    `${host}: the certificate expires in less than 14 days. Renew it and check the renewal.`,
  'no-hsts': (address) =>
    `${address} sends no Strict-Transport-Security header. Let the proxy pass on the app’s headers.`,
  'clock-differs': (seconds) => `The clocks differ by ${seconds} s. Synchronize this machine and the proxy by NTP.`,
  'foreign-origin': (address) =>
    `${address} accepts forms from other websites. Let the proxy pass on the Origin header unchanged.`,
  'own-origin': (address) => `${address} refuses its own forms. Set SURVEY_URL and REPORTING_URL as browsers see them.`,
  'resolver-silent': (error) => `The DNS resolver does not answer (${error}). Correct DNS_RESOLVER.`,
  'no-spf': (domain) => `${domain} has no SPF record. Publish a TXT record “v=spf1 …” that names your mail server.`,
  'several-spf': (domain) => `${domain} has several SPF records, so none counts. Merge them into one.`,
  'open-spf': (domain) => `The SPF record of ${domain} allows every server (+all). End it with -all or ~all.`,
  'no-dmarc': (domain) =>
    `${domain} has no valid DMARC record. Publish a TXT record “v=DMARC1; p=…” at _dmarc.${domain}.`,
  'no-dkim-record': (name) => `${name} has no DKIM record. Publish the public key of DKIM_KEY_FILE there.`,
  'other-dkim-key': (name) =>
    `${name} has another key than DKIM_KEY_FILE. Publish its public key, or correct DKIM_SELECTOR.`,
  'short-dkim-key': (name) =>
    `The key of ${name} has fewer than 2048 bits. Make a longer one, and publish it under a new DKIM_SELECTOR.`,
  'no-mail-exchanger': (domain) => `${domain} accepts no email, so no bounce arrives. Publish an MX record.`,
  'no-reverse-name': (address) =>
    `${address} has no reverse name that leads back to it. Ask its network provider for a PTR record.`,
  'letter-waits': (seconds) => `No scheduler sent the email within ${seconds} s. Start the scheduler and read its log.`,
  'letter-refused': (reply) => `The mail server did not accept the email: ${reply}. Correct SMTP_URL or MAIL_FROM.`,
  'key-missing': () => 'A survey app lacks the key of the wave, or none runs. Let all processes share WAVE_KEY_DIR.',
  'not-arrived': () => 'The email did not arrive. Look in the spam folder and in the log of the mail server.',
  'wrong-code': () => 'This is not the code in the email. Run the check again and type the code of the new email.',
  'mailbox-unreachable': (error) => `The mailbox cannot be read: ${error}. Correct CHECK_MAILBOX_URL.`,
  'not-authentic': (results) => `The recipient’s server found: ${results}. Correct the DNS records named here.`,
  'page-refused': (status) =>
    `The link in the email does not open the survey (status ${status}). See the survey’s log.`,
  'page-language': (locale) => `The page does not come in ${locale}. Let the proxy pass on the query of the address.`,
  'form-refused': (status) => `The form was not accepted (${status}). Let the proxy pass on forms, cookies and Origin.`,
  'rows-differ': () =>
    'The page confirmed it, but this database did not store it. Let all apps use the same DATABASE_URL.',
  'open-cookie': (name) => `The cookie ${name} is not marked Secure. Set SURVEY_URL to its https address.`,
  'bounce-refused': (reply) => `The mail server did not accept a bounce: ${reply}. Let it deliver to BOUNCE_ADDRESS.`,
  'bounce-uncounted': (seconds) =>
    `A bounce was not counted within ${seconds} s. Check that “+” addresses reach the bounce mailbox that the scheduler reads.`,
  'not-unsubscribed': (status) =>
    `The unsubscribe link does not work (${status}). Let the proxy pass on POST requests to /u/.`,
  'left-over': () => 'Rows of the check remain. Run the check again: it removes them first.',
}

const gaps: Record<CheckGap, (detail: string) => string> = {
  'this-machine-only': (address) => `${address} is reached from this machine only.`,
  'hidden-health': (address) => `Nothing here answers at ${address}. See your monitor.`,
  'no-resolver': () => 'Set DNS_RESOLVER to a DNS resolver.',
  'no-dkim': () => 'DKIM_DOMAIN is not set. If the mail server signs emails, see the recipient’s result below.',
  'private-address': (address) => `${address} is not public. Check the server that sends emails to the internet.`,
  folder: () => 'SMTP_URL is not set: emails go to a folder.',
  'outside-hours': () => 'Emails to travelers are not sent at this hour (SENDING_HOURS).',
  'no-terminal': () => 'Run the check on a terminal, or set CHECK_MAILBOX_URL.',
  'no-mailbox': () => 'Set CHECK_MAILBOX_URL to read the recipient’s results.',
  'no-results': () => 'The recipient’s server reports no results.',
  'no-bounce-address': () => 'BOUNCE_ADDRESS is not set: bounces are not counted.',
  'no-bounce-mailbox': () => 'Set BOUNCE_DIR, BOUNCE_IMAP_URL or MAIL_EVENTS_SECRET, so that bounces are counted.',
  after: (step) => `Needs the step “${step}”.`,
}

export const deploymentCheck = {
  usage:
    'Usage: wayproof check-deployment ADDRESS [--no-wait] [--wait SECONDS] [--data FOLDER] [--json]\nSends an email of a throw-away wave to ADDRESS, answers it through the public addresses, and removes it. --no-wait asks for no code; --wait limits the time for each email (default: 120).',
  steps,
  states: { passed: 'passed', failed: 'FAILED', 'not-checked': 'not checked' },
  faults,
  gaps,
  sending: (address: string) => `Sending the email to ${address} …`,
  askCode: 'Code in the email (empty if it did not arrive): ',
  bouncing: 'Waiting for the bounce to be counted …',
  passed: (checked: number, unchecked: number) =>
    unchecked === 0
      ? `All ${checked} steps passed.`
      : `${checked} steps passed, ${unchecked} ${unchecked === 1 ? 'was' : 'were'} not checked.`,
  failed: (count: number) => `${count} ${count === 1 ? 'step' : 'steps'} failed. Correct this and run the check again.`,
  removed: 'Removed the leftovers of an earlier check.',
  refused: {
    'not-an-address': (address: string) => `${address} is not one email address.`,
    'bad-wait': (seconds: string) => `--wait is ${seconds}, but must be whole seconds from 1 to 3600.`,
    'no-organisation': 'The organization is not set up yet. The first privacy officer does that in the dashboard.',
    'wave-running': 'A wave is open or not yet anonymized. The check runs before a wave opens or after it is closed.',
    'address-known': (address: string) =>
      `${address} belongs to a traveler or has unsubscribed. Name a mailbox that is used for nothing else.`,
    'other-user': (folder: string) =>
      `${folder} belongs to another user. Run the check as the user of the apps, who must read the key of the wave.`,
  },
}
