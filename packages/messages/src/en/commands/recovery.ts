/** The command that lets a locked-out officer in. */
export const recovery = {
  made: (moment: string, timeZone: string) =>
    `Open this link to set a new password. It works once, until ${moment} (${timeZone}). It also removes the second factor and ends all sessions of the account. Everyone who may confirm appointments sees under Settings that you created it.`,
  faults: {
    'person-unknown': (email: string) => `No account has the address ${email}.`,
    'not-an-officer': (email: string) =>
      `${email} is not a privacy officer. The person can reset the password on the sign-in page.`,
  },
  usage:
    'Usage: wayproof recover-officer EMAIL [--data FOLDER]\nFOLDER holds wayproof.db (default: DATA_DIR or ./data). REPORTING_URL is the address of the dashboard.',
}
