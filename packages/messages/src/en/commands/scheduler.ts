export const scheduler = {
  started: 'The scheduler is running.',
  delivers: {
    smtp: (place: string) => `Letters go to the mail server ${place}.`,
    folder: (place: string) =>
      `No mail server is set (SMTP_URL): letters are written to the folder ${place} and sent to nobody.`,
  },
  reads: {
    mailbox: (place: string) => `Mail that came back is read in a mailbox on ${place}.`,
    folder: (place: string) => `Mail that came back is read in the folder ${place}.`,
  },
  stopped: 'The scheduler has stopped.',
}
