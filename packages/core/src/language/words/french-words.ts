/** French function words and words of a buyer's message, space-separated. A word shared by languages stands in each list. */
export const frenchWords =
  "le la les un une des du de d' l' et ou mais où donc car ni ne pas plus jamais rien non oui est sont était étaient été " +
  "être suis es sommes êtes sera ai as a avons avez ont avait avais aurait je j'ai j tu il elle on nous vous ils elles me " +
  "te se moi toi lui leur mon ma mes ton ta tes son sa ses notre nos votre vos leurs ce cet cette ces ça cela c'est " +
  "c'était c qui que quoi qu'il qu'on dont quand comment pourquoi combien quel quelle si parce comme dans en sur sous " +
  "avec sans pour par chez vers entre depuis pendant avant après aux au y très trop bien mal peu beaucoup encore toujours " +
  "déjà aussi ici là voilà merci bonjour bonsoir salut svp s'il plaît madame monsieur cordialement désolé commande " +
  "commandé commander colis livraison livré livrée reçu reçue recevoir retour retourner remboursement rembourser " +
  "remboursé argent article produit cassé cassée abîmé défectueux manque manquant erreur mauvais mauvaise bon bonne " +
  "taille prix acheté payer payé facture jour jours semaine semaines mois hier aujourd'hui demain attends attendre " +
  "attente problème question aide réponse service faire fait faut peux peut pouvez pouvoir veux voudrais voulez dois doit " +
  "savoir sais n'est n'ai n'a j'attends arrivé arrive arrivée même tout tous toute toutes quelque chose vraiment super " +
  "nul deux trois fois adresse pk bcp mdr qu colissimo remboursez suivi numéro prévu prévue délai retard scandaleux " +
  "inadmissible";
