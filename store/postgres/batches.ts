const mostAtOnce = 50;

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly answer: PromiseWithResolvers<Answer>;
}

/**
 * Asks at once, and asks together what comes while enough is under way: who is alone waits for nobody, and in a crowd
 * many share a round trip.
 * @param ask gives the answers in the order of what was asked; where it rejects, all who asked are told
 * @param lanes so many questions may be under way: should one hang, the others go on
 */
export const inBatches = <Asked, Answer>(
  ask: (all: readonly Asked[]) => Promise<readonly Answer[]>,
  lanes = 2,
): ((asked: Asked) => Promise<Answer>) => {
  let waiting: Waiting<Asked, Answer>[] = [];
  let underWay = 0;

  const send = async (batch: readonly Waiting<Asked, Answer>[]): Promise<void> => {
    try {
      const answers = await ask(batch.map(({ asked }) => asked));
      if (answers.length !== batch.length)
        throw new RangeError(`${answers.length} answers to ${batch.length} questions`);
      batch.forEach(({ answer }, index) => answer.resolve(answers[index] as Answer));
    } catch (error) {
      for (const { answer } of batch) answer.reject(error);
    }
  };

  const sendAll = async (): Promise<void> => {
    underWay += 1;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostAtOnce);
      waiting = waiting.slice(mostAtOnce);
      await send(batch);
    }
    underWay -= 1;
  };

  return (asked) => {
    const answer = Promise.withResolvers<Answer>();
    waiting.push({ asked, answer });
    if (underWay < lanes) void sendAll();
    return answer.promise;
  };
};
