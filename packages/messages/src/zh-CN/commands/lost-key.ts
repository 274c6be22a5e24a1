import type { lostKey as en } from '../../en/commands/lost-key.ts'

export const lostKey: typeof en = {
  warning: (period, n) =>
    `缺少 ${period} 调查的密钥，因此 ${n} 份答卷无法读出。如有密钥副本，请立即放回，调度程序随后会正常关闭调查并得出全部结果。\n确认后，调查将在没有答卷的情况下关闭，且无法撤销。`,
  confirm: (period) => `如确认没有任何副本，请重新运行命令并加上 --confirm ${period}`,
  done: (n) => `已记录。调度程序将在 10 分钟内关闭调查，${n} 份答卷不计入。`,
  faults: {
    'no-wave': '该半年没有调查。',
    'wave-open': '调查仍在进行。请放回密钥，否则无人能够作答。',
    'not-encrypted': '无需处理：该调查的答卷没有加密。',
    'key-present': '密钥存在，调度程序会自动关闭调查。',
    'other-period': (confirmed) => `--confirm 指定的是另一项调查 ${confirmed}，未作任何更改。`,
  },
  usage:
    '用法：wayproof confirm-lost-key 周期 [--confirm 周期] [--data 文件夹]\n周期为半年，例如 2026-H1；文件夹为数据所在位置（默认为 DATA_DIR 或 ./data）。',
}
