export const scheduler = {
  faults: {
    'not-a-mail-server': (name: string, value: string) =>
      `${name} is "${value}", but must be a mail server such as smtp://user:password@mail.example.com:587.`,
    'not-a-mail-address': (name: string, value: string) =>
      `${name} is "${value}", but must be one mail address, such as privacy@example.com.`,
  },
  started: 'The scheduler is running.',
  delivers: {
    smtp: (place: string) => `Letters go to the mail server ${place}.`,
    folder: (place: string) =>
      `No mail server is set (SMTP_URL): letters are written to the folder ${place} and sent to nobody.`,
  },
  stopped: 'The scheduler has stopped.',
}
