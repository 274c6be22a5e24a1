/** Registers that people fill by writing, on the page of the registers. */
export const caseRegisters = {
  title: 'Cases',
  source: 'Source',
  readers: 'Visible to',
  names: {
    'rights-cases': 'Requests and complaints',
    'whistle-reports': 'Whistleblower reports',
  },
  sources: {
    'rights-cases': 'public page or recorded manually',
    'whistle-reports': 'public whistleblowing page',
  },
}
