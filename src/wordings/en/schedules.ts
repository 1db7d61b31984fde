/** What is said in English of schedules and watches. */
export const SCHEDULES = {
  help: [
    'schedule daily 08:00 Europe/Paris [weekdays] [topic] [lang:fr] [quiet:on] [to:desk@example.org]: posts here what is new; quiet:on says nothing when nothing is; to: sends it by e-mail instead.',
    'schedule list, pause ID, resume ID, remove ID, post ID (now), preview [ID] (to you alone where the platform can).',
    'watch cholera by:OCHA, watch displaced > 200000 Mopti, watch Who …?: posts here when a new document has it, at most once an hour; with daily 08:00 Europe/Paris behind it, then.',
    'watch (lists), unwatch WHAT or NUMBER.',
  ] as readonly string[],

  here: 'here',
  to: (address: string): string => `to ${address}`,
  on: (topic: string): string => `, on “${topic}”`,
  posts: (where: string, when: string, on: string): string => `Posts ${where} ${when}${on}.`,
  seeNow: (id: number): string => `See it now: schedule preview ${id}`,
  /** What a watch waits for, before what it looks for. */
  waits: {
    words: 'when a new document has',
    question: 'when a new document answers',
    figures: 'when a new document gives figures for',
  },
  hourly: 'at most once an hour',
  watches: (where: string, waits: string, search: string, when: string): string =>
    `Posts ${where} ${waits} “${search}”, ${when}.`,

  /** At the machine itself, where nothing is posted. */
  atMachine: {
    looks: (waits: string, search: string): string => `Tells ${waits} “${search}”.`,
    seeFound: 'What new documents have for your watches since you last looked: watch found',
    nothingFound: 'No new document has anything for your watches since you last looked.',
    noTime: 'Here nothing is posted: leave out the time and to:, and look yourself: watch found',
    notLooked: 'not looked at yet',
    looked: (time: string): string => `last looked at ${time}`,
  },

  noneScheduled: 'Nothing is scheduled here. Schedule a digest: schedule daily 08:00 Europe/Paris',
  noneWatched: 'Nothing is watched here. Begin: watch Moura; or: watch displaced > 200000 Mopti',
  nothingNew: 'Nothing is new: nothing would be posted.',
  byItself: 'A watch posts by itself.',
  postedNow: (id: number): string => `Number ${id} is posted now.`,
  configured: (id: number): string =>
    `Number ${id} stands in verbatim.yaml; take it out there, or: schedule pause ${id}`,
  removed: (id: number): string => `Number ${id} is removed.`,
  watchedNoMore: (search: string): string => `“${search}” is watched no more.`,
  notWatched: (search: string): string => `“${search}” is not watched here. See what is: watch`,
  tooMany: (most: number): string =>
    `There are ${most} already. Take some out: schedule list, schedule remove ID`,
  oneOf: (ids: string): string =>
    `Give the number of one of this channel’s: ${ids}. See them: schedule list`,
  inChannels: (command: string): string =>
    `Schedules are made in the channel they post to, or under schedules in verbatim.yaml; see them: ${command}`,
  mailTimed: (text: string, to: string): string =>
    `By e-mail a watch comes at a time: watch ${text} daily 08:00 Europe/Paris to:${to}`,
  onlyAdminsSend: 'Only admins send digests elsewhere. Ask one of them.',
  noDestination: (to: string, command: string): string =>
    `Nothing can be sent to “${to}”: it is no address, or no e-mail is set up. Who runs the bot sees: ${command}`,

  notSpoken: (language: string): string => `“${language}” is not spoken; write lang:en or lang:fr.`,
  notQuiet: (quiet: string): string => `“${quiet}” is neither; write quiet:on or quiet:off.`,
  longTopic: (most: number): string => `The topic is too long; give at most ${most} characters.`,
  whatCounted: 'Say what is counted, too, for example: watch displaced > 200000 Mopti',
  whatFor:
    'Say what to look for, for example: watch cholera by:OCHA; or: watch displaced > 200000 Mopti',

  noTime: (word: string): string =>
    `“${word}” is no time of day; write it as 08:00, for example: daily 08:00 Europe/Paris.`,
  noZone: (word: string): string =>
    `“${word}” is no time zone; write its IANA name, for example: daily 08:00 Europe/Paris or America/Port-au-Prince.`,
  noMoment: (text: string): string =>
    `“${text}” is no time; write it as 2025-11-20, yesterday, or Monday 8:00.`,
  toCome: (text: string): string => `“${text}” is still to come; give a time before now.`,

  /** How one stands, in a line of parts. */
  line: {
    watch: 'watch',
    paused: 'paused',
    next: (time: string): string => `next ${time}`,
    last: (time: string): string => `last post ${time}`,
    noPost: 'no post yet',
    configured: 'in verbatim.yaml',
    missed: (date: string, why: string): string => `missed ${date}${why}`,
    unknown: (date: string, why: string): string =>
      `nobody knows whether ${date} was posted; look there${why}`,
    again: (date: string, why: string): string => `${date} is tried again${why}`,
    /** Why it was missed. */
    nobody: 'nobody was there to post it',
    because: (note: string): string => `: ${note}`,
  },
}
