/** The program of a child process: reads the lists that it is sent. */
import { serveReader } from '../../parsing/serve-reader.ts'
import { readList } from './read-list.ts'

serveReader(readList)
