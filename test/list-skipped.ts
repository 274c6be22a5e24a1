import type { Reporter, TestModule } from 'vitest/node'

/** Lists in the last lines of a run each skipped test with its reason. */
export class ListSkipped implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test) => {
        const result = test.result()
        const reason = result.state === 'skipped' && result.note ? result.note : 'no reason given'
        return `  ${module.relativeModuleId} > ${test.fullName}: ${reason}\n`
      }),
    )
    if (lines.length > 0) process.stdout.write(`Skipped on this machine (${lines.length}):\n${lines.join('')}\n`)
  }
}
