import type { upgrade as en } from '../../en/commands/upgrade.ts'

const of = (version: string | null) => `版本 ${version ?? '0.1'}`

export const upgrade: typeof en = {
  usage:
    '用法：wayproof upgrade [--no-backup] [--data 文件夹] [--json]\n先备份，再将数据库升级到当前版本。请先停止应用，升级后再启动当前版本。--no-backup：已另有备份。',
  needless: (version) => `数据库已是当前版本 ${version}，无须升级。`,
  plan: (from, to, pending) =>
    `数据库属于${of(from)}，将分 ${pending} 步升级到版本 ${to}，要么全部完成，要么不做任何更改。升级后${of(from)}无法再打开它。`,
  clock: '启动后须由隐私保护主管在管理平台确认时钟，因为已有一周以上无人核对。确认之前不发送调查邮件。',
  backUpFirst: (version) =>
    `BACKUP_DIR 中没有 24 小时内的备份，而当前版本无法备份服务器上${of(version)}的数据库。请先用${of(version)}运行 wayproof backup；如已另有副本，请加 --no-backup。`,
  done: (version) => `数据库已升级到版本 ${version}。请启动应用：wayproof start`,
}
