import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { placesIn } from '@wayproof/command-line/environment'
import { existingDatabase } from '@wayproof/command-line/existing-database'
import { progress } from '@wayproof/command-line/progress'
import { nameOfPlace } from '@wayproof/database/installation/database-place'
import { isFilled } from '@wayproof/database/installation/is-filled'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { system } from '@wayproof/kernel/system'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { count } from '@wayproof/messages/number-format'
import { type RotationFault, readKeyState, rotateKey } from '@wayproof/operations/rotation/rotate-key'

// Makes a new generation of the key: `pnpm rotate-key` says what will happen and changes nothing; `--confirm GENERATION`
// makes it, or completes a run that was killed.

const options = { confirm: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } } as const
const { anonymity, rotation, settings } = messages(terminalLocale)
const counted = (values: number) => count(values, terminalLocale)

await runCommand(async () => {
  const { values } = readArguments(options, rotation.usage)
  const storeFiles = storePlace(placesIn(values.data))
  const place = existingDatabase(storeFiles)
  if (!(await isFilled(place))) throw new Misused(anonymity.noDatabase(nameOfPlace(place)))
  const deps = { ...system, place, keyFile: storeFiles.keyFile }
  const show = values.json ? process.stderr : process.stdout
  const result = await (values.confirm === undefined ? preview(deps, show) : rotate(deps, values.confirm, show))
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
})

type Deps = Parameters<typeof readKeyState>[0]

async function preview(deps: Deps, show: NodeJS.WriteStream) {
  const state = await readKeyState(deps)
  if (!state.ok) throw new Misused(sentenceOf(state.fault))
  const { generation, earlier, linked } = state.value
  const next = generation + 1
  const lines = [
    ...(earlier > 0 ? [rotation.earlier(counted(earlier), generation)] : []),
    rotation.warning(next),
    linked ? rotation.faults['wave-not-anonymous'](periodName(linked, terminalLocale)) : rotation.confirm(next),
  ]
  show.write(`${lines.join('\n')}\n`)
  return state.value
}

async function rotate(deps: Deps, confirmed: string, show: NodeJS.WriteStream) {
  if (!/^\d{1,4}$/.test(confirmed)) throw new Misused(rotation.usage)
  const generation = Number(confirmed)
  const progressDisplay = progress()
  const rotated = await rotateKey({
    ...deps,
    generation,
    onReady: (isNew) => {
      const made = isNew ? rotation.made(generation) : rotation.resumed(generation)
      // Before the first address is encrypted with a key of which no copy exists.
      show.write(`${made}\n${rotation.copyFile(deps.keyFile)}\n`)
      progressDisplay.step(rotation.encrypting(generation))
    },
    progress: (done) => progressDisplay.detail(rotation.encrypted(counted(done))),
  }).finally(() => progressDisplay.end())
  if (!rotated.ok) throw new Misused(sentenceOf(rotated.fault))
  show.write(`${rotation.done(counted(rotated.value.values))}\n${rotation.oldCopies}\n`)
  return rotated.value
}

function sentenceOf(fault: RotationFault): string {
  switch (fault.code) {
    case 'key-file-read-only':
      return rotation.faults[fault.code](fault.figures.path)
    case 'other-generation':
      return rotation.faults[fault.code](String(fault.figures.next))
    case 'wave-not-anonymous':
      return rotation.faults[fault.code](periodName(fault.figures.period, terminalLocale))
    case 'apps-running':
      return rotation.faults[fault.code](fault.figures.name)
    default:
      return settings.faults[fault.code]('KEY_FILE', fault.figures.path)
  }
}
