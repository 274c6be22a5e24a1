import type { Messages } from '../../en.ts'

const purposes: Messages['commands']['help']['purposes'] = {
  start: '运行三个应用。',
  status: '显示版本、密钥、待发送邮件、后续日期和备份。',
  doctor: '检查本机。',
  'check-deployment': '以一次试调查检查部署。',
  'backup-key': '生成备份所用的一对密钥。',
  backup: '生成加密的数据库副本。',
  restore: '将备份恢复到空位置。',
  move: '将本系统迁移到另一数据库。',
  upgrade: '先备份，再将数据库升级到当前版本。',
  rehearse: '列出未来半年将发送的邮件。',
  questionnaire: '检查并发布问卷。',
  verify: '校验封存链和操作日志。',
  'verify-anonymity': '以攻击方式检验答卷的匿名性。',
  'rebuild-tallies': '重新统计答卷。',
  'rotate-key': '生成新一代密钥。',
  'confirm-lost-key': '关闭密钥已丢失的调查。',
  'recover-officer': '为无法登录的主管生成链接。',
  survey: '单独运行问卷应用。',
  reporting: '单独运行管理端。',
  scheduler: '单独运行调度程序。',
  alive: '本机的应用有响应时，退出码为 0。',
}

export const help: Messages['commands']['help'] = {
  purposes,
  everywhere: '--help 显示此说明，--version 显示版本。',
  usage: '用法：wayproof 命令 [选项]',
  more: 'wayproof 命令 --help 显示该命令的说明。wayproof --version 显示版本。',
  usageApp: (app) =>
    `用法：wayproof ${app} [--new]\n单独运行该应用，设置取自环境变量。密钥文件所属的数据库不存在时，--new 以空数据库启动。`,
  usageAlive: '用法：wayproof alive survey|reporting|scheduler\n本机的该应用有响应时，退出码为 0。',
  usageDev: '用法：npx -y pnpm@12 dev\n以开发方式运行三个应用。文件改动后应用自动重启；管理端位于 4321 端口。',
  usageRelease: '用法：npx -y pnpm@12 release 文件夹\n将发布版及其 Node.js 写入该文件夹。文件夹须为新建或为空。',
  folderFilled: (folder) => `${folder} 不是空文件夹，内容未改动。请指定新文件夹。`,
  usageBom: '用法：npx -y pnpm@12 bom [文件]\n将发布版的物料清单（CycloneDX，JSON）写入该文件；未指定时写到标准输出。',
  unknownCommand: (name, near) => (near === null ? `未知命令：${name}` : `未知命令：${name}。是否应为 ${near}？`),
}
