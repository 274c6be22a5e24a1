export const account = {
  people: {
    title: (all: number, without: number) => {
      const accounts = all === 1 ? '1 person has an account.' : `${all} people have an account.`
      if (without === 0) return `${accounts} All sign in with a second factor.`
      return `${accounts} ${without === 1 ? '1 signs' : `${without} sign`} in without a second factor.`
    },
    search: 'Search people',
    show: 'Show',
    shown: { all: 'All', noFactor: 'No second factor', unused: 'No sign-in for 90 days', invited: 'Invited' },
    nobody: 'No one matches.',
    factor: 'Second factor',
    app: 'App',
    noApp: 'None',
    notYet: 'Not yet',
    until: (day: string) => `Valid until ${day}`,
    invite: 'Invite a person',
    toLog: 'Account log and appointments',
    ends: 'A changed role or a removal ends that person’s sessions and API keys at once.',
    revokeTitle: (email: string) => `Revoke the invitation of ${email}?`,
    revokeText: 'Its link stops working at once.',
    menu: {
      label: (name: string) => `Actions: ${name}`,
      role: 'Change role…',
      end: (sessions: string) => `End ${sessions}…`,
      resetLink: 'Send a reset link…',
      resetLinkTitle: (name: string) => `Send ${name} a reset link?`,
      resetLinkAction: 'Send link',
      resetLinkText:
        'The link is emailed to this account’s address. It works once, for 60 minutes. Until it is used, the current password and sessions stay valid.',
      factor: 'Reset the second factor…',
      factorTitle: (name: string) => `Reset the second factor of ${name}?`,
      remove: 'Remove…',
    },
  },
  settings: {
    version: (version: string) => `Wayproof ${version}`,
    sections: {
      organization: 'Organization',
      survey: 'Survey program',
      checklist: 'Opening checklist',
      summary: 'Executive summary',
      email: 'Email',
      'api-keys': 'API keys',
      backups: 'Backups',
      security: 'Sign-in security',
    },
    titles: {
      survey: (runs: boolean): string =>
        runs ? 'Waves open automatically each half-year.' : 'Waves open only when a privacy officer opens them.',
      checklist: (open: number) => {
        if (open === 0) return 'The opening checklist is complete.'
        return open === 1
          ? '1 item of the opening checklist is missing.'
          : `${open} items of the opening checklist are missing.`
      },
      summary: (days: number) =>
        days === 1
          ? 'The edition of record is sent 1 working day after the half-year or its survey ends.'
          : `The edition of record is sent ${days} working days after the half-year or its survey ends.`,
      keys: (n: number) => {
        if (n === 0) return 'No system has an API key.'
        return n === 1 ? '1 system has an API key.' : `${n} systems have an API key.`
      },
      backups: (day: string | null) => (day === null ? 'There is no backup yet.' : `Last backup: ${day}.`),
      security: (roles: number) => {
        if (roles === 0) return 'No role must sign in with a second factor.'
        return roles === 1
          ? '1 role must sign in with a second factor.'
          : `${roles} roles must sign in with a second factor.`
      },
    },
    leads: {
      organization: 'Names and address appear in every email and on every page a traveler sees.',
      survey: 'When waves open, who is asked, and when reminders go out.',
      checklist: 'A wave opens only while every item is confirmed.',
      summary: 'When the summary goes out, and who approves it.',
      email: 'Test the mail server before a wave opens.',
      'api-keys': 'Access for other systems, each limited to the registers it needs.',
      backups: 'Backups are made by a command on the server.',
      security: 'Roles that need a second factor, and resets for people who lost theirs.',
    },
  },
  log: {
    title: 'Account log',
    changes: 'Changes',
    lead: 'Changes to accounts, second factors and API keys, newest first. Single sign-ins are not listed.',
    when: 'When',
    what: 'What',
    about: 'Account or key',
    by: 'Changed by',
    command: 'command on the server',
    unrecorded: 'not recorded',
    older: (n: number) => (n === 1 ? 'Show 1 older entry' : `Show ${n} older entries`),
    deeds: {
      invited: (role: string) => `Invited as ${role}`,
      joined: (role: string) => `Joined as ${role}`,
      'role-changed': (role: string) => `Role changed to ${role}`,
      'role-proposed': (role: string) => `Proposed as ${role}`,
      'appointment-confirmed': (role: string) => `Confirmed as ${role}`,
      removed: (role: string) => `Account removed (${role})`,
      'link-made': () => 'Recovery link created',
      'link-used': () => 'Recovery link used',
      'factor-required': (role: string) => `Second factor required: ${role}`,
      'reset-requested': () => 'Reset of the second factor requested',
      'reset-confirmed': () => 'Second factor removed',
      'key-made': () => 'API key created',
    },
  },
  profile: {
    title: 'Your profile',
    signIn: (hasFactor: boolean): string =>
      hasFactor ? 'You sign in with a password and a second factor.' : 'You sign in with a password only.',
    lead: 'Your name, language, password and sessions.',
    nameTitle: 'Name and language',
    name: 'Name',
    email: 'Email',
    emailHint: 'You sign in with this address. It cannot be changed.',
    language: 'Language of screens and emails',
  },
  password: {
    show: 'Show password',
    hide: 'Hide password',
    title: 'Change password',
    current: 'Current password',
    next: 'New password',
    lead: 'Changing your password ends all your other sessions.',
    action: 'Change password',
    done: 'Your password was changed and your other sessions were ended.',
    wrong: 'The current password is wrong.',
    tooMany: 'Too many attempts. Wait 15 minutes, then try again.',
  },
  sessions: {
    title: 'Your sessions',
    lead: 'The browsers in which you are signed in. Browser types and addresses are not recorded.',
    began: 'Started',
    used: 'Last used',
    action: 'Action',
    current: 'this session',
    end: 'End',
    endOthers: 'End all other sessions',
    ended: 'All other sessions were ended.',
  },
  reset: {
    forgot: 'Forgot your password?',
    title: 'Reset your password',
    lead: 'We’ll email you a link to choose a new password.',
    ask: 'Email me a link',
    asked:
      'If this address has an account, a link is on its way. It works once, for 60 minutes. Check your spam folder.',
    choose: 'Choose a new password',
    ends: 'All your sessions will end.',
    recovers: 'All your sessions will end, and your second factor will be removed.',
    save: 'Save password',
    done: 'Password changed.',
    invalid: 'This link cannot be used.',
    again: 'Ask for a new link',
  },
  recoveries: {
    title: 'Account recoveries',
    lead: 'Someone with access to the server created a link for a locked-out privacy officer.',
    who: 'Account',
    made: 'Link created',
    used: 'Link used',
    unused: 'not used',
  },
  factor: {
    title: 'Second factor',
    mustTitle: 'Set up your second factor',
    mustLead: 'Your role needs one: at sign-in, you also enter a code from an authenticator app on your phone.',
    lead: 'After the password, an authenticator app on your phone shows a code.',
    off: 'Only your password is asked for.',
    setUp: 'Set up a second factor',
    end: 'Remove the second factor',
    begin: 'Continue',
    scan: 'Scan this code with an authenticator app, or type the key into it.',
    qr: 'QR code with the key for the authenticator app',
    key: 'Key:',
    recovery:
      'Keep these 10 recovery codes in a safe place. Each signs you in once without the app. They are not shown again.',
    recoveryCodes: 'Recovery codes',
    firstCode: 'The 6 digits that the app shows now.',
    finish: 'Turn on',
    code: 'Code',
    codeTitle: 'Enter your code',
    codeLead: 'Your password was right.',
    codeLeadProvider: (name: string) => `${name} has signed you in.`,
    codeHint: 'The 6 digits from your authenticator app, or a recovery code.',
    wrongCode: 'This code is wrong, used or expired. Enter the code that the app shows now.',
    tooMany: 'Too many wrong attempts. Wait 15 minutes, then try again.',
    expired: 'Too many wrong codes, or too much time has passed. Sign in again.',
    left: (n: number) => `You enter a code after your password. ${n} of 10 recovery codes left.`,
    required: 'Your role must have a second factor.',
    newCodes: 'Create new recovery codes',
    newCodesLead: 'Your current recovery codes stop working at once.',
    newCodesKept: 'I have saved them',
    move: 'Move to a new phone',
    moveLead: 'The codes on your current phone stop working at once. You then set up the new phone.',
    moveAction: 'Set up the new phone',
    endLead: 'Your password alone will sign you in.',
    rules: {
      title: 'Second factor at sign-in',
      lead: 'People in these roles must set one up at their next sign-in, before anything else.',
    },
    resets: {
      title: 'Reset second factors',
      lead: 'For someone who lost their phone and recovery codes. Another person confirms it; all sessions of the account then end.',
      who: 'Account',
      asked: 'Requested by',
      confirmed: 'Confirmed by',
      on: (name: string, day: string) => `${name}, ${day}`,
      waits: 'pending',
      ask: 'Request reset',
      confirm: 'Confirm',
      confirmTitle: 'Remove this second factor?',
      confirmText: (who: string, by: string) =>
        `${by} asks to remove the second factor of ${who}. Confirm only if ${who} has asked you in person.`,
    },
  },
  provider: {
    orPassword: 'or with a password',
    signIn: (name: string) => `Sign in with ${name}`,
    goOn: 'Continue',
    title: 'You are signed in.',
    noPassword: (name: string) => `You sign in with ${name}. There is no password here; change yours there.`,
    factorLead: (name: string) => `After you sign in with ${name}, an authenticator app on your phone shows a code.`,
    factorOff: (name: string) => `No code is asked for after you sign in with ${name}.`,
    emailHint: 'Emails go to this address. It cannot be changed.',
    noReset: (name: string) => `If you sign in with ${name}, change your password there: no link is emailed.`,
    notices: {
      'waits-with-role': (name: string) =>
        `${name} gives you a new role that another person must confirm. Until then you keep your current role. Ask a privacy officer.`,
      'last-officer': (name: string) =>
        `${name} no longer makes you a privacy officer. You keep the role because you are the last one: appoint another officer.`,
    },
    refusals: {
      denied: (name: string) => `You canceled at ${name}, or it did not let you in. Nothing was changed.`,
      'not-begun': () => 'This sign-in was not started in this browser, or took more than 10 minutes. Start again.',
      expired: (name: string) => `The response from ${name} has expired or was already used. Start again.`,
      unreachable: (name: string) =>
        `${name} is not responding. Try again in a few minutes, or tell your administrator.`,
      untrusted: (name: string) =>
        `The response from ${name} cannot be trusted and was not used. Tell your administrator: the reason is in the server log.`,
      refused: (name: string) =>
        `${name} refused the sign-in. Tell your administrator: the reason is in the server log.`,
      'too-many': () => 'Too many attempts. Wait 15 minutes, then try again.',
      'nobody-yet': () => 'The first privacy officer must sign up before anyone else can sign in.',
      'no-email': (name: string) => `${name} has not verified your email address. Ask the people who manage it.`,
      'no-role': (name: string) => `${name} gives you no role here. Ask a privacy officer which group you need.`,
      removed: () => 'Your account was removed. Ask a privacy officer to invite you again.',
      'other-person': () =>
        'Your mailbox has another role, and this one needs a different person. Ask a privacy officer.',
      'invited-otherwise': () =>
        'You have an open invitation to another role. Open its link, or ask a privacy officer to withdraw it.',
      waits: (name: string) =>
        `${name} proposes you for a role that another person must confirm. Until then you cannot sign in. Ask a privacy officer.`,
    },
  },
}
