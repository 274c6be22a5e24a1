import type { SettingCode } from '@wayproof/kernel/settings/setting'

/** Why a setting cannot be used: because of its value, or after it was tried. */
export type SettingFaultCode =
  | SettingCode
  | 'port-taken'
  | 'cannot-listen'
  | 'key-file-wrong'
  | 'key-file-unreadable'
  | 'key-file-missing'
  | 'database-missing'
  | 'dkim-incomplete'
  | 'folder-of-others'
  | 'keys-among-data'
  | 'dkim-key-unusable'
  | 'dkim-key-short'

const faults: Record<SettingFaultCode, (name: string, value: string) => string> = {
  'not-a-port': (name, value) => `${name} is "${value}", but must be a port number from 0 to 65535.`,
  'not-a-web-address': (name, value) =>
    `${name} is "${value}", but must be a web address without a path, such as https://privacy.example.com.`,
  'not-a-time-zone': (name, value) => `${name} is "${value}", but must be a time zone such as Asia/Shanghai.`,
  'not-a-language': (name, value) => `${name} is "${value}", but must be zh-CN or en.`,
  'not-a-database': (name) =>
    `${name} must be a file, such as file:./data/wayproof.db, or a PostgreSQL database, such as postgresql://user:password@db.example.com:5432/wayproof. Value hidden: it may contain a password.`,
  'not-a-mail-server': (name) =>
    `${name} must be a mail server such as smtp://user:password@mail.example.com:587. Value hidden: it may contain a password.`,
  'not-a-mail-address': (name, value) =>
    `${name} is "${value}", but must be one email address, such as privacy@example.com.`,
  'not-a-bounce-address': (name, value) =>
    `${name} is "${value}", but must be one email address without "+" and with at most 15 characters before the "@", such as bounces@privacy.example.com.`,
  'not-a-mailbox': (name) =>
    `${name} must be an IMAP mailbox such as imaps://user:password@mail.example.com/INBOX (imap:// for STARTTLS). Escape special characters of the name and password: %40 for @, %2F for /. Value hidden: it may contain a password.`,
  'not-a-resolver': (name, value) =>
    `${name} is "${value}", but must be the IP address of a DNS resolver, such as 192.0.2.53 or 192.0.2.53:5353.`,
  'not-a-socket': (name, value) =>
    `${name} is "${value}", but must be a host with a port, such as clamd:3310, or the path of a socket, such as /run/clamav/clamd.ctl.`,
  'not-a-web-hook': (name) =>
    `${name} must be an https address such as https://chat.example.com/hook/key. Value hidden: it is the key to the chat.`,
  'not-a-hook-form': (name, value) => `${name} is "${value}", but must be generic, wecom, dingtalk, feishu or slack.`,
  'too-short-a-secret': (name) => `${name} is shorter than 32 characters. Set it to a long random text.`,
  'not-a-domain': (name, value) => `${name} is "${value}", but must be a host name such as example.com.`,
  'dkim-incomplete': (name) =>
    `${name} is not set, but signing emails needs DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE. Set all three or none.`,
  'dkim-key-unusable': (name, value) =>
    `${name} is "${value}", but that file cannot be read or has no private RSA key (PEM) of 1024 bits or more.`,
  'dkim-key-short': (name, value) =>
    `${name} is "${value}", but that RSA key has fewer than 2048 bits. Make a longer one and publish its public key.`,
  'not-hours': (name, value) => `${name} is "${value}", but must be hours of one day, such as 08:00-20:00.`,
  'not-seconds': (name, value) => `${name} is "${value}", but must be whole seconds from 1 to 3600.`,
  'not-a-count': (name, value) => `${name} is "${value}", but must be a whole number from 1 to 99.`,
  'not-a-rate': (name, value) => `${name} is "${value}", but must be a whole number from 1 to 99999.`,
  'not-yes-or-no': (name, value) => `${name} is "${value}", but must be yes or no.`,
  'not-network-addresses': (name, value) =>
    `${name} is "${value}", but must be IP addresses or ranges separated by commas, such as 127.0.0.1 or 10.0.0.0/8.`,
  'not-a-private-address': (name, value) =>
    `${name} is "${value}", but must be the IP address of this machine in a private network, such as 10.0.0.5 or 127.0.0.1: anyone who reaches it can read the figures.`,
  'not-encrypted': (name, value) =>
    `${name} is "${value}", but other machines reach it without encryption. Put a TLS proxy in front and set ${name} to its https address.`,
  'proxy-unnamed': (name) =>
    `${name} is not set, but the dashboard has a public address. Set it to the address of the proxy in front, such as 127.0.0.1, so that callers can be told apart, or to none where there is no proxy.`,
  'not-an-issuer': (name, value) =>
    `${name} is "${value}", but must be the https address of a sign-in provider without a query, such as https://login.example.com/realms/staff. Only a provider on this machine may use http.`,
  'oidc-incomplete': (name) =>
    `${name} is not set, but sign-in by a provider needs OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME and OIDC_ROLES together. Set all five or no OIDC setting.`,
  'not-a-scope': (name, value) =>
    `${name} is "${value}", but must be scopes separated by spaces, including openid and email.`,
  'not-a-role-map': (name, value) =>
    `${name} is "${value}", but must be roles with one claim value each, separated by semicolons, such as officer=privacy-team; executive=board. No value may appear twice.`,
  'not-a-role': (name, value) =>
    `${name} names the role "${value}", which does not exist. The roles are officer, human-resources, it-security, customer-service, procurement, case-handler, auditor, executive and administrator.`,
  'unknown-name': (name, value) => `${name} is not a setting. Did you mean ${value}? Correct the name or remove it.`,
  'port-taken': (name, value) => `Port ${value} is in use by another program. Set ${name} to a free one.`,
  empty: (name) => `${name} is set but empty. Give it a value or remove it.`,
  'key-file-wrong': (_, value) =>
    `The key file ${value} has no key of 64 hexadecimal digits in the expected form. Put back the copy you saved.`,
  'key-file-unreadable': (_, value) => `The key file ${value} cannot be read or created.`,
  'folder-of-others': (name, value) =>
    `${name} is "${value}", a folder with files of other programs. Name a folder of its own; it may be new.`,
  'keys-among-data': (name, value) =>
    `${name} is "${value}", inside the folder of data or backups: one copy would contain the answers of an open wave and their key. Set ${name} to a folder outside DATA_DIR and BACKUP_DIR.`,
  'key-file-missing': (_, value) =>
    `The key file ${value} is missing, but its database exists, and nothing else decrypts its addresses. Put back the copy you saved.`,
  'database-missing': (_, value) =>
    `The database ${value} is missing, but the key file belongs to it. Is the volume with the database mounted? To start with an empty database, use --new.`,
  'cannot-listen': (name, value) => `${name} is "${value}", but this machine cannot listen there.`,
}

export const settings = {
  faults,
  stopped: 'Not started. Correct these settings:',
  filesClosed: (count: number, first: string) =>
    `Other users of this machine had access to ${count} ${count === 1 ? 'file or folder' : 'files and folders'} of the data, such as ${first}. Only this user has access now.`,
  keyMade: (path: string) =>
    `Created the key file ${path}. Keep a copy apart from the database: without it addresses and links cannot be read.`,
  listening: (address: string) => `The dashboard is open at ${address}`,
  confirmSubscription: (url: string) =>
    `Amazon SNS asks to send bounces here. If you set up this topic, open this address once to confirm: ${url}`,
  firstOfficer: (link: string) => `No one can sign in yet. The first privacy officer signs up here, once: ${link}`,
}
