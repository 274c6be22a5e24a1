export const scheduler = {
  started: 'The scheduler is running.',
  delivers: {
    smtp: (place: string) => `Emails go to the mail server ${place}.`,
    folder: (place: string) =>
      `No mail server is set (SMTP_URL): emails are written to the folder ${place} and sent to no one.`,
  },
  reads: {
    mailbox: (place: string) => `Bounces are read from a mailbox on ${place}.`,
    folder: (place: string) => `Bounces are read from the folder ${place}.`,
  },
  stopped: 'The scheduler has stopped.',
}
