export const scheduler = {
  started: 'The scheduler is running.',
  delivers: {
    smtp: (place: string) => `Letters go to the mail server ${place}.`,
    folder: (place: string) =>
      `No mail server is set (SMTP_URL): letters are written to the folder ${place} and sent to nobody.`,
  },
  stopped: 'The scheduler has stopped.',
}
