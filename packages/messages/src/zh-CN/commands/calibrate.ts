import type { calibrate as english } from '../../en/commands/calibrate.ts'

export const calibrate: typeof english = {
  usage: `用法：npx -y pnpm@12 calibrate [--json] [--runs N]

按产品自身的规则模拟各类结论（是否达标、变化、事件减少、预测），统计误判的比例，并写入 docs/quality.md 及其图。随机种子固定，重复运行结果相同。

  --runs N   每种情形模拟的次数，至少 100（默认 4000）
  --json     在标准输出写一行 JSON`,
  badRuns: (runs) => `--runs 应为不小于 100 的整数，而不是 ${runs}。`,
  claims: '正在模拟达标、变化和事件减少的结论',
  forecasts: '正在模拟预测',
  bar: (done, of) => {
    const filled = Math.floor((30 * done) / of)
    return `${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${Math.floor((100 * done) / of)}%`
  },
  result: (demonstrated, chance, least, most) =>
    `误判为已证实：${demonstrated}。无变化的调查误报变化：${chance}。区间覆盖率：${least}～${most}。`,
  wrote: (files, seconds) => `已写入 ${files}，用时 ${seconds} 秒。`,
}
