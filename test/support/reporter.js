import Mocha from 'mocha';

/** Mocha's spec reporter with a plain closing line, alone on its line, for whoever counts. */
export default class CountingSpec extends Mocha.reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    Mocha.reporters.Base.consoleLog(
      `${passes} passed, ${failures} failed${pending ? `, ${pending} skipped` : ''}`,
    );
  }
}
