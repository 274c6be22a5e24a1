/** Files that prove a row. */
export const evidence = {
  title: 'Evidence',
  drop: 'Drop a file here, or press “Attach a file”.',
  none: 'No evidence file yet. Links do not count; attach the file.',
  attach: 'Attach a file',
  file: 'File (PDF, PNG, JPEG, DOCX, XLSX or text, up to 20 MB)',
  source: 'Source',
  sourceHint: 'For example “signed report, sent by the auditor on 5 May”.',
  sourceMissing: 'Enter the source.',
  attachedBy: (name: string, when: string) => `attached by ${name}, ${when}`,
  from: (source: string) => `source: ${source}`,
  digest: (digest: string) => `SHA-256 ${digest}`,
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw this file?',
  withdrawText: 'Its content is deleted. The entry, its digest and your reason stay.',
  withdrawn: (name: string, when: string, why: string) => `withdrawn by ${name}, ${when}: ${why}`,
  failed: 'The file was not attached.',
  faults: {
    'sample-loaded': 'Sample data is loaded. Remove it before you enter records of your own.',
    'evidence-empty': 'The file is empty.',
    'evidence-too-large': 'The file is larger than 20 MB.',
    'evidence-type':
      'File type not allowed. Use PDF, PNG, JPEG, DOCX, XLSX or plain text in UTF-8; the content decides, not the name.',
    'evidence-executable': 'Programs, scripts and files with macros are not allowed.',
    'evidence-infected':
      'The malware scanner found malicious code. Nothing was attached. Ask for a clean copy of the file.',
    'scanner-unavailable':
      'The malware scanner does not respond. Nothing was attached. Try again later, or tell your administrator.',
    'evidence-twice': 'This file is already attached to this record.',
    'row-unknown': 'This record is not in the register.',
    'source-missing': 'Enter the source.',
    'not-signed-in': 'Your session has ended. Sign in again.',
    'not-the-keeper': 'Another department maintains this register.',
    'input-invalid': 'The file name is not valid.',
    'disk-full': 'Server storage is full. Nothing was attached. Free up space and try again.',
  } as Record<string, string>,
}
