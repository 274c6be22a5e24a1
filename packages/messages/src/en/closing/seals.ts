/** The public page on which anyone checks a printed seal code. */
export const seals = {
  title: 'Check a seal',
  lead: 'Enter the code printed in a report or a summary email. No figures are shown here.',
  code: 'Seal code',
  hint: '7 groups of 4 characters; a 64-digit digest works too.',
  check: 'Check',
  file: 'Or the PDF of a summary email',
  fileHint: 'It is read in your browser and not uploaded.',
  faults: {
    large: 'This file is over 5 MB, so it is not the PDF of a summary. Choose another, or enter the code.',
    unread: 'The file could not be read here. Enter the code instead.',
  },
  seal: (period: string, version: number, day: string) =>
    `This is the seal of the ${period}, version ${version}, made on ${day}.`,
  replaced: 'A correction of this half-year was sealed later. Ask for the newer version.',
  edition: (edition: string, period: string, day: string) =>
    `This code belongs to the summary of the ${period} (${edition}), sent on ${day}.`,
  unknown: 'No seal or summary has this code. Check it against the print, or ask the privacy officer.',
}
