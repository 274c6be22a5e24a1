// Loaded into each app before its own code: an app whose starter is gone, however that ended, ends too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
