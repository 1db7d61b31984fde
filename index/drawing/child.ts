/** The program of a child process: draws pages of the PDFs that it is sent. */
import { serve } from '../parsing/serve.ts'
import { drawPage } from './draw-page.ts'

serve(drawPage)
