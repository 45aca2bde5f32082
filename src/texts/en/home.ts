export const home = {
  title: "Your home",
};
