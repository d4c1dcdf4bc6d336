package dev.herald.planner;

import java.util.List;

/** The invented people of the demo brand. */
final class DemoNames {

    static final List<String> ALL = List.of("""
            Mia Wong, José García, Zoë van Dijk, Amara Okafor, Liam Murphy, Priya Sharma, Łukasz Nowak, Noah Becker
            Aaliyah Johnson, Mateo Rossi, Yuki Tanaka, Fatima Zahra, Ethan Clark, Nguyễn Linh, Chloé Dubois, Omar Haddad
            Ingrid Solberg, Kwame Mensah, Sofia Petrova, Diego Fernández, Hana Kim, Isla MacLeod, Tariq Aziz, Leilani Kealoha
            Marcus Bell, Anaïs Laurent, Rohan Mehta, Freya Lind, Camila Torres, Jonas Weber, Nia Walker, Santiago Ruiz
            Mei Chen, Elif Yılmaz, Jack O'Brien, Thandiwe Nkosi, Astrid Holm, Ravi Patel, Gabriela Costa, Finn Andersen
            Zainab Bello, Hugo Martin, Aiko Sato, Carmen Ortiz, Dylan Price, Mariam Khalil, Tomáš Dvořák, Ruby Turner
            Kofi Asante, Beatriz Almeida, Minh Trần, Paige Sullivan, Andrei Popescu, Salma Idrissi, Oscar Nilsson, Lucía Vega
            Jamal Brooks, Katarzyna Wójcik, Akira Mori, Skye Morgan, Emre Demir, Valentina Cruz, Theo Lambert, Nadia Rahman
            Caleb Foster, Ananya Iyer, Piotr Zieliński, Grace Kimani, Bruno Silva, Maya Cohen, Stefan Kovač, Imani Carter
            Lars Jensen, Esther Adeyemi, Pablo Morales, Jun Park, Harriet Cole, Youssef Amrani, Clara Hoffmann, Tyrell Jackson
            Signe Dahl, Arjun Nair, Rosa Delgado, Felix Wagner, Aisha Mohamud, Callum Reid, Thu Phạm, Elena Marino
            Darius Cooper, Sanne de Vries, Ibrahim Diallo, Molly Hayes, Kenji Ito, Paulina Reyes, Viktor Horvath, Naomi Levi
            Samuel Tesfaye, Julie Moreau, Hassan Ali, Bianca Ricci, Cody Marsh, Lakshmi Rao, Emil Berg, Destiny Reed
            Rafael Souza, Mina Ahmadi, Connor Walsh, Adaeze Obi, Matilda Ek, Vikram Singh, Alma Navarro, Lucas Meyer
            Keisha Grant, Dmitri Volkov, Sakura Abe, Ella Fraser, Mehmet Kaya, Isabel Pinto, Julian Koch, Halima Yusuf
            Trevor Lane, Nina Ivanova, Wei Zhang, Orla Byrne, Karim Mansour, Daniela Rojas, Mikkel Bruun, Shanice Powell
            Antonio Greco, Divya Menon, Logan Hughes, Hye-jin Lee, Margot Petit, Abdul Karimi, Teresa Vidal, Moritz Fuchs
            Chidi Eze, Saoirse Nolan, Ali Reza, Florencia Díaz, Ben Ashworth, Ayşe Çelik, Kai Nakamura, Josephine Beck
            Malik Owens, Petra Novak, Hoàng Anh, Rebecca Stone, Ismail Traoré, Giulia Conti, Erik Lund, Tasha Bryant
            Ramón Castro, Meera Joshi, Owen Parry, Lina Haddou, Filip Král, Ines Carvalho, Jerome Baptiste, Hedda Moen
            Farah Siddiqui, Austin Wells, Yara Nasser, Milan Jovanović, Talia Stein, Pedro Ramos, Siti Rahma, Gwen Fisher
            Nico Brandt, Abena Owusu, Marta Kowalska, Dante Moretti, Selin Arslan, Joel Hart, Ximena Lara, Anders Vik
            Bilal Farooq, Celine Roux, Tobias Kern, Wanjiru Njeri, Levi Katz, Catalina Soto, Rhys Bevan, Jasmine Tran
            Uma Krishnan, Nathan Ford
            """.strip().split("\\s*[,\\n]\\s*"));

    private DemoNames() {}
}
