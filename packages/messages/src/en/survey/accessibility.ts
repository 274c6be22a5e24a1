/** The accessibility statement of the survey's pages. */
export const accessibility = {
  link: 'Accessibility',
  title: 'Accessibility of the survey',
  lead: (organisation: string) => `This statement covers the survey pages of ${organisation}.`,
  standard: 'Standard',
  standardText:
    'The pages are built to meet the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. The gaps below remain.',
  checked: 'How we check',
  checks: [
    'The questionnaire is checked automatically with axe in both languages, in light and dark colors.',
    'Tests answer the survey with the keyboard alone, and without JavaScript on a phone.',
  ],
  gaps: 'Known gaps',
  knownGaps: [
    'The pages were not tested by people who use a screen reader, a magnifier or voice control.',
    'On wide screens the labels of a rating scale are visible above the first statement only. Screen readers read them at every statement.',
    'Text that somebody wrote, such as an answer to a request, may be in another language than the page and is not marked.',
  ],
  report: 'Report a barrier',
  reportText: 'If something keeps you from answering, write to us. You can also ask for the survey in another form.',
}
