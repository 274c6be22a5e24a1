/** The command palette. */
export const palette = {
  title: 'Search or jump to',
  hint: 'Page, goal, register, record or act',
  groups: {
    pages: 'Pages',
    acts: 'Do',
    goals: 'Goals',
    halfYears: 'Half-years',
    registers: 'Registers',
    records: 'Records',
  },
  acts: {
    import: 'Import a register file',
    openWave: 'Open a wave',
    editQuestionnaire: 'Edit the questionnaire',
    addLanguage: 'Add a language of the survey',
    recordCase: 'Record a request',
    planMeeting: 'Plan a meeting',
    agreeAction: 'Agree an action',
    preview: 'Preview or send a summary',
    invite: 'Invite a person',
    draw: 'Draw a sample',
  },
  searching: 'Searching records…',
  failed: 'Records could not be searched. Try again in a minute.',
  none: 'Nothing found. Try fewer words.',
  keys: [
    ['↑ ↓', 'choose'],
    ['Enter', 'open'],
    ['Ctrl Enter', 'new tab'],
    ['Esc', 'close'],
  ] satisfies [string, string][],
  allShortcuts: 'All shortcuts',
}

/** The sheet of keyboard shortcuts. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  palette: 'Search or jump to',
  sheet: 'Keyboard shortcuts',
  singleKeys: 'Shortcuts without Ctrl or ⌘',
  singleKeysHint: 'Turn off if they collide with speech input. This browser remembers the choice.',
  close: 'Close',
}
