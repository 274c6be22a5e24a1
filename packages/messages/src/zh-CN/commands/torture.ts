import type { Messages } from '../../en.ts'

export const torture: Messages['commands']['torture'] = {
  mailing: (recipients, kills) => `向 ${recipients} 位收件人发送邮件，期间强行终止调度程序 ${kills} 次`,
  killedScheduler: (times, kills, reached, recipients) =>
    `第 ${times}/${kills} 次终止：邮件服务器已收到 ${reached}/${recipients} 位收件人的邮件`,
  waiting: '等待发件箱清空；被终止的调度程序占用的邮件在租约到期后释放',
  taken: (letters, duplicates, forced) =>
    `邮件服务器共接收 ${letters} 封。重复 ${duplicates} 封，其中因连接中断而重发 ${forced} 封`,
  answering: (links, clients, kills) => `${clients} 个客户端通过 ${links} 条链接作答，期间强行终止问卷程序 ${kills} 次`,
  killedSurvey: (times, kills, acknowledged) => `第 ${times}/${kills} 次终止：已确认接收 ${acknowledged} 份答卷`,
  clusterWorks: (surveys, schedulers, seconds) =>
    `${surveys} 个问卷进程和 ${schedulers} 个调度程序运行 ${seconds} 秒，期间强行终止进程和数据库`,
  checking: (answers) => `在数据库中核对 ${answers} 份答卷`,
  slowestStart: (seconds) => `终止后最慢的一次启动用时 ${seconds} 秒`,
  breaches: {
    late: (waiting) => `时限已到，仍有 ${waiting} 封邮件待发。`,
    lostLetters: (lost) => `没有收到邀请的收件人：${lost} 位。`,
    duplicates: (duplicateLetters, allowed) => `重复 ${duplicateLetters} 封，最多允许 ${allowed} 封。`,
    messageIds: (recipients) => `收到的邮件 Message-ID 不一致的收件人：${recipients} 位。`,
    ledger: (sent, reached) => `投递记录中有 ${sent} 封已发，而邮件服务器确认了 ${reached} 位收件人。`,
    lostAnswers: (lost) => `已确认接收但未原样保存的答卷：${lost} 份。`,
    stored: (stored, acknowledged) => `已确认接收 ${acknowledged} 份答卷，记为已保存的有 ${stored} 份。`,
    unanswered: (people) => `未能作答的客户：${people} 位。`,
    counters: (wrong) => `与重新统计不符的计数：${wrong} 项。`,
    broken: (what) => `数据库文件已损坏：${what}`,
    doubledRuns: (runs) => `同一周期内重复执行的任务：${runs} 次。`,
    crashes: (processes) => `自行退出的进程：${processes} 个。`,
    slowStart: (seconds) => `终止后的启动连续 3 次超时，用时 ${seconds} 秒；上限为 5 秒。`,
  },
  faults: {
    what: '请指明测试对象：letters（邮件）、answers（答卷）或 cluster（集群）',
    count: (option, least, most) => `${option} 须为 ${least} 至 ${most} 之间的整数`,
    sink: '--sink 只能是 rough 或 clean',
  },
  usage: `用法：npx -y pnpm@12 torture letters [--recipients N] [--kills N] [--sink rough|clean] [--lease 秒数] [--seed N] [--json] [--data 文件夹] [--database URL]
      npx -y pnpm@12 torture answers [--recipients N] [--kills N] [--seed N] [--json] [--data 文件夹] [--database URL]
      npx -y pnpm@12 torture cluster [--seconds N] [--seed N] [--json] [--data 文件夹]
letters：发送一期调查的邀请，期间在随机时刻强行终止（SIGKILL）调度程序。rough 邮件服务器对 2% 的邮件答复 451、
  对 1% 答复 421，并在接收后中断 1% 的连接。lost：没有任何邮件得到服务器确认的收件人数。duplicates：每位收件人
  第一封之外的全部邮件；已接收但未确认的邮件必须重发，也计入重复。上限：合计每次终止 5 封；若仅因连接中断而重发
  的已超过此数，则另加每次终止 5 封。
answers：8 个客户端作答，期间强行终止问卷程序。lost：已确认接收但未原样保存的答卷。同时核对计数、数据库，以及
  终止后的启动不超过 5 秒（超时的最多测 3 次）。
cluster：4 个问卷进程和 2 个调度程序在专用的 PostgreSQL 服务器上运行 N 秒（5 至 3600，默认 180），期间强行终止进程并
  重启数据库，其中一半发生在提交过程中；客户还会更正和撤回答卷。lost：已确认接收但未按最后一次提交原样保存的答卷。
  doubledAnswers、doubledRuns：重复的答卷和任务执行。lettersLost：没有收到邮件的收件人。
recipients 为 1 至 20000（默认 3000），kills 为 0 至 100（默认 20）。被终止的调度程序占用的邮件要等租约到期
  （lease，1 至 3600 秒，默认 60）才能由他人接手。--data 的文件夹和 --database 的数据库须为新建或为空，结束后保留；
  默认为 SQLite 文件，随临时文件夹删除。
任何一项不通过时，退出码为 1。`,
}
