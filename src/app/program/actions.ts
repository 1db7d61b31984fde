/** What the commands do, and what each may be told. */
import type { ExitCode } from '../exit.ts'
import type { Role } from '../settings.ts'

export interface CommonOptions {
  readonly config?: string
  readonly documents?: string
}

export interface SourcesOptions extends CommonOptions {
  readonly json?: boolean
}

export interface ExplainOptions extends SourcesOptions {
  readonly explain?: boolean
}

export interface AskOptions extends ExplainOptions {
  /** At most so many quotes. */
  readonly top: number
}

export interface AddOptions extends SourcesOptions {
  /** Name of a set; the default one unless told. */
  readonly set?: string
  /** What the addresses list, rather than them. */
  readonly pages?: boolean
}

export interface BriefOptions extends AddOptions {
  /** A date. */
  readonly since?: string
  readonly long?: boolean
  /** A file to write, too. */
  readonly out?: string
}

export interface TokenOptions extends SourcesOptions {
  /** Names of sets that its holder sees. */
  readonly sets?: readonly string[]
  readonly revoke?: boolean
}

export interface ForgetOptions extends SourcesOptions {
  /** A date. */
  readonly before?: string
}

export interface ServeOptions extends CommonOptions {
  readonly role: Role
}

export interface MigrateOptions extends CommonOptions {
  /** Of a PostgreSQL database; the one that is set unless told. */
  readonly to?: string
}

export interface FiguresOptions extends SourcesOptions {
  /** Files to write, too. */
  readonly csv?: string
  readonly chart?: string
}

export interface CheckOptions extends SourcesOptions {
  /** A file to write, too. */
  readonly out?: string
}

/** What the commands do. Each resolves to the exit code. */
export interface Actions {
  session(options: CommonOptions): Promise<ExitCode>
  ask(question: string, options: AskOptions): Promise<ExitCode>
  figures(request: string, options: FiguresOptions): Promise<ExitCode>
  /** @param path of the draft; `-` for standard input */
  check(path: string, options: CheckOptions): Promise<ExitCode>
  brief(topic: string, options: BriefOptions): Promise<ExitCode>
  /** @param search what to watch; `found`: what was found since; nothing lists them */
  watch(search: string, options: SourcesOptions): Promise<ExitCode>
  unwatch(search: string, options: SourcesOptions): Promise<ExitCode>
  sources(options: ExplainOptions): Promise<ExitCode>
  gaps(options: SourcesOptions): Promise<ExitCode>
  schedules(options: SourcesOptions): Promise<ExitCode>
  add(locations: readonly string[], options: AddOptions): Promise<ExitCode>
  remove(locations: readonly string[], options: AddOptions): Promise<ExitCode>
  describe(what: string, fields: readonly string[], options: SourcesOptions): Promise<ExitCode>
  refresh(options: SourcesOptions): Promise<ExitCode>
  forget(what: string, options: ForgetOptions): Promise<ExitCode>
  backup(file: string, options: CommonOptions): Promise<ExitCode>
  restore(file: string, options: CommonOptions): Promise<ExitCode>
  migrate(options: MigrateOptions): Promise<ExitCode>
  reset(options: CommonOptions): Promise<ExitCode>
  /** @param name whose; none lists them */
  token(name: string | undefined, options: TokenOptions): Promise<ExitCode>
  audit(options: SourcesOptions): Promise<ExitCode>
  /** @param platforms those whose tokens are set unless named */
  serve(platforms: readonly string[], options: ServeOptions): Promise<ExitCode>
  mcp(options: CommonOptions): Promise<ExitCode>
  doctor(platforms: readonly string[], options: SourcesOptions): Promise<ExitCode>
}
