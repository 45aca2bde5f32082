/** What a message of Teams says and shows. */
import type { SeenMessage } from "../../contract.ts";
import { cardsOf, wordsOf } from "./activity.ts";
import { CardView, type CardPress } from "./card-view.tsx";
import { Words } from "./words.tsx";

export function TeamsContent({
  message,
  onPress,
}: {
  readonly message: SeenMessage;
  readonly onPress: CardPress;
}) {
  const words = wordsOf(message.raw);
  return (
    <>
      {words.text !== "" && <Words {...words} />}
      {cardsOf(message.raw).map((card, index) => (
        <CardView
          key={index}
          card={card}
          id={`${message.to ?? ""} ${message.id} ${index}`}
          inputs={message.form?.inputs ?? []}
          buttons={message.buttons}
          place="message"
          words={message.text}
          onPress={onPress}
        />
      ))}
    </>
  );
}
