/** The file that was dropped on a register's page and is taken to its import page. An address cannot carry it. */
let file: File | null = null

export function sendFile(dropped: File): void {
  file = dropped
}

/** Returns the file once. */
export function receiveFile(): File | null {
  const received = file
  file = null
  return received
}
