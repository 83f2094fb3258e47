/**
 * Every word that the core has for people, by language: `say/<language>/` fills these tables, and neither a language nor an
 * entry can be missing. The core hands out tags with parameters; edges (screens, command line, documents) ask here for the
 * sentence.
 */
import type { ApplicationWords } from './application.ts';
import type { CeremonyWords } from './ceremony.ts';
import type { CommandLineWords } from './command-line.ts';
import type { DocumentWords } from './documents.ts';
import { englishApplication } from './en/application.ts';
import { englishCeremony } from './en/ceremony.ts';
import { englishDocuments } from './en/documents.ts';
import { englishExplanations } from './en/explanations.ts';
import { englishCommandLine } from './en/command-line.ts';
import { englishFiles } from './en/files.ts';
import { englishFolders } from './en/folders.ts';
import { englishHistory } from './en/history.ts';
import { englishImport } from './en/importing.ts';
import { englishJoining } from './en/joining.ts';
import { englishNumbers } from './en/numbers.ts';
import { englishPapers } from './en/papers.ts';
import { englishPlaces } from './en/place-names.ts';
import { englishProblems } from './en/problems.ts';
import { englishContestFileRefused, englishRefusals } from './en/refusals.ts';
import { englishReopening } from './en/reopening.ts';
import { englishTieSteps } from './en/tie-steps.ts';
import type { ExplanationWords } from './explanations.ts';
import { indonesianApplication } from './id/application.ts';
import { indonesianCeremony } from './id/ceremony.ts';
import { indonesianDocuments } from './id/documents.ts';
import { indonesianExplanations } from './id/explanations.ts';
import { indonesianCommandLine } from './id/command-line.ts';
import { indonesianFiles } from './id/files.ts';
import { indonesianFolders } from './id/folders.ts';
import { indonesianHistory } from './id/history.ts';
import { indonesianImport } from './id/importing.ts';
import { indonesianJoining } from './id/joining.ts';
import { indonesianNumbers } from './id/numbers.ts';
import { indonesianPapers } from './id/papers.ts';
import { indonesianPlaces } from './id/place-names.ts';
import { indonesianProblems } from './id/problems.ts';
import { indonesianContestFileRefused, indonesianRefusals } from './id/refusals.ts';
import { indonesianReopening } from './id/reopening.ts';
import { indonesianTieSteps } from './id/tie-steps.ts';
import type { FileWords } from './files.ts';
import type { FolderWords } from './folders.ts';
import type { HistoryWords } from './history.ts';
import type { ImportWords } from './importing.ts';
import type { JoiningWords } from './joining.ts';
import type { Language } from './language.ts';
import type { NumberWords } from './numbers.ts';
import type { PaperWords } from './papers.ts';
import type { PlaceWords } from './place-names.ts';
import type { ProblemWords } from './problems.ts';
import type { RefusalWords } from './refusals.ts';
import type { ReopeningWords } from './reopening.ts';
import type { TieStepWords } from './tie-steps.ts';

export interface Words {
  readonly application: ApplicationWords;
  readonly ceremony: CeremonyWords;
  readonly commandLine: CommandLineWords;
  readonly contestFileRefused: (problems: number) => string;
  readonly documents: DocumentWords;
  readonly explanations: ExplanationWords;
  readonly files: FileWords;
  readonly folders: FolderWords;
  readonly history: HistoryWords;
  readonly importing: ImportWords;
  readonly joining: JoiningWords;
  readonly numbers: NumberWords;
  readonly papers: PaperWords;
  readonly places: PlaceWords;
  readonly problems: ProblemWords;
  readonly refusals: RefusalWords;
  readonly reopening: ReopeningWords;
  readonly tieSteps: TieStepWords;
}

export const wordsOf: Readonly<Record<Language, Words>> = {
  id: {
    application: indonesianApplication,
    ceremony: indonesianCeremony,
    commandLine: indonesianCommandLine,
    contestFileRefused: indonesianContestFileRefused,
    documents: indonesianDocuments,
    explanations: indonesianExplanations,
    files: indonesianFiles,
    folders: indonesianFolders,
    history: indonesianHistory,
    importing: indonesianImport,
    joining: indonesianJoining,
    numbers: indonesianNumbers,
    papers: indonesianPapers,
    places: indonesianPlaces,
    problems: indonesianProblems,
    refusals: indonesianRefusals,
    reopening: indonesianReopening,
    tieSteps: indonesianTieSteps,
  },
  en: {
    application: englishApplication,
    ceremony: englishCeremony,
    commandLine: englishCommandLine,
    contestFileRefused: englishContestFileRefused,
    documents: englishDocuments,
    explanations: englishExplanations,
    files: englishFiles,
    folders: englishFolders,
    history: englishHistory,
    importing: englishImport,
    joining: englishJoining,
    numbers: englishNumbers,
    papers: englishPapers,
    places: englishPlaces,
    problems: englishProblems,
    refusals: englishRefusals,
    reopening: englishReopening,
    tieSteps: englishTieSteps,
  },
};
